package io.millrace.testkit.source;

import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.SourceLostException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.StreamState;
import io.millrace.chassis.source.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A list that behaves like a stream. */
final class InMemorySource implements SourceUnderTest, EventSource {

    private final List<Draft> stored = new ArrayList<>();
    private final Map<String, Subscription> owners = new HashMap<>();
    private long begin = 1;

    @Override
    public EventSource source() {
        return this;
    }

    @Override
    public synchronized void publish(List<Draft> drafts) {
        stored.addAll(drafts);
        notifyAll();
    }

    @Override
    public synchronized void purge() {
        begin = stored.size() + 1L;
    }

    @Override
    public synchronized void restart() {
        owners.clear();
    }

    @Override
    public synchronized Subscription open(String consumer, long epoch, long position) {
        Subscription owner = new Reader(consumer, position);
        owners.put(consumer, owner);
        return owner;
    }

    @Override
    public synchronized StreamState state() {
        return new StreamState(stored.isEmpty() ? 0 : begin, stored.size());
    }

    @Override
    public synchronized Optional<String> eventId(long sequence) {
        return sequence > stored.size()
                ? Optional.empty()
                : Optional.of(stored.get((int) sequence - 1).headers().get("Nats-Msg-Id"));
    }

    @Override
    public synchronized Optional<Next> next(long position) {
        long next = Math.max(position + 1, begin);
        return next > stored.size() ? Optional.empty() : Optional.of(new Next(next, Instant.EPOCH));
    }

    @Override
    public EventSource unreachable() {
        return new Unreachable();
    }

    @Override
    public void close() {}

    private final class Reader implements Subscription {

        private final String consumer;
        private long position;

        Reader(String consumer, long position) {
            this.consumer = consumer;
            this.position = position;
        }

        @Override
        public List<SourceMessage> next(int max, Duration wait) {
            synchronized (InMemorySource.this) {
                long deadline = System.nanoTime() + wait.toNanos();
                while (stored.size() == position && System.nanoTime() < deadline) {
                    pause(deadline - System.nanoTime());
                }
                if (owners.get(consumer) != this) {
                    throw new SourceLostException("somebody else reads " + consumer);
                }
                return take(max);
            }
        }

        private List<SourceMessage> take(int max) {
            if (position > 0 && position + 1 < begin && stored.size() >= begin) {
                throw new SourceLostException("what stood behind " + position + " was purged");
            }
            List<SourceMessage> batch = new ArrayList<>();
            position = Math.max(position, begin - 1);
            while (batch.size() < max && position < stored.size()) {
                position++;
                batch.add(new Stored(position, stored.get((int) position - 1), stored.size() - position));
            }
            return batch;
        }

        private void pause(long nanos) {
            try {
                InMemorySource.this.wait(Math.max(1, nanos / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public long behind() {
            return arrivedBehind(position);
        }

        @Override
        public long arrivedBehind(SourceMessage message) {
            return arrivedBehind(message.sequence());
        }

        private long arrivedBehind(long sequence) {
            synchronized (InMemorySource.this) {
                return stored.size() - Math.max(sequence, begin - 1);
            }
        }

        @Override
        public void acknowledge(SourceMessage message) {}

        @Override
        public void close() {}
    }

    private record Stored(long sequence, Draft draft, long pending) implements SourceMessage {

        @Override
        public String subject() {
            return draft.subject();
        }

        @Override
        public Optional<String> eventId() {
            return Optional.ofNullable(draft.headers().get("Nats-Msg-Id"));
        }

        @Override
        public String header(String lowerCaseName) {
            Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            ignoringCase.putAll(draft.headers());
            return ignoringCase.get(lowerCaseName);
        }

        @Override
        public String headerLines() {
            StringBuilder lines = new StringBuilder();
            draft.headers()
                    .forEach((name, value) ->
                            lines.append(name).append(": ").append(value).append('\n'));
            return lines.toString();
        }

        @Override
        public byte[] body() {
            return draft.body();
        }
    }

    private static final class Unreachable implements EventSource {

        @Override
        public Subscription open(String consumer, long epoch, long position) {
            throw new SourceUnavailableException("nobody is there");
        }

        @Override
        public StreamState state() {
            throw new SourceUnavailableException("nobody is there");
        }

        @Override
        public Optional<String> eventId(long sequence) {
            throw new SourceUnavailableException("nobody is there");
        }

        @Override
        public Optional<Next> next(long position) {
            throw new SourceUnavailableException("nobody is there");
        }
    }
}
