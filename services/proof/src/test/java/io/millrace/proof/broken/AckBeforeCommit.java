package io.millrace.proof.broken;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.EventSources;
import io.millrace.chassis.source.JetStreamPushSource;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.StreamState;
import io.millrace.chassis.source.Subscription;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Broken on purpose: what was read counts as done, and whoever opens the stream goes on behind that, as a service does
 * that leaves its place to the broker and acknowledges too early.
 */
@Singleton
@Primary
@Requires(property = "broken", value = "ack")
class AckBeforeCommit implements EventSources {

    private final NatsLink nats;

    AckBeforeCommit(NatsLink nats) {
        this.nats = nats;
    }

    @Override
    public EventSource of(String stream) {
        return new Source(new JetStreamPushSource(stream, nats::connection));
    }

    private static final class Source implements EventSource {

        private final EventSource real;
        private long acknowledged;

        Source(EventSource real) {
            this.real = real;
        }

        @Override
        public Subscription open(String consumer, long epoch, long position) {
            Subscription subscription = real.open(consumer, epoch, Math.max(position, acknowledged));
            return new Subscription() {
                @Override
                public List<SourceMessage> next(int max, Duration wait) {
                    List<SourceMessage> batch = subscription.next(max, wait);
                    batch.forEach(this::acknowledge);
                    return batch;
                }

                @Override
                public long behind() {
                    return subscription.behind();
                }

                @Override
                public long arrivedBehind(SourceMessage message) {
                    return subscription.arrivedBehind(message);
                }

                @Override
                public void acknowledge(SourceMessage message) {
                    subscription.acknowledge(message);
                    acknowledged = Math.max(acknowledged, message.sequence());
                }

                @Override
                public void close() {
                    subscription.close();
                }
            };
        }

        @Override
        public StreamState state() {
            return real.state();
        }

        @Override
        public Optional<String> eventId(long sequence) {
            return real.eventId(sequence);
        }

        @Override
        public Optional<Next> next(long position) {
            return real.next(position);
        }
    }
}
