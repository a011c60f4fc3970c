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
import java.util.concurrent.CountDownLatch;

/** Stands still with the first batch in its hands, as a process does that was stopped there. Nothing is broken in it. */
@Singleton
@Primary
@Requires(property = "paused")
public class PausedSources implements EventSources {

    private final NatsLink nats;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean givenUp;

    PausedSources(NatsLink nats) {
        this.nats = nats;
    }

    /** Returns when there is a batch in its hands. */
    public void awaitBatch() throws InterruptedException {
        read.await();
    }

    public void goOn() {
        goOn.countDown();
    }

    /** Whether it has put down what it had in its hands, because it was refused. */
    public boolean hasGivenUp() {
        return givenUp;
    }

    @Override
    public EventSource of(String stream) {
        EventSource real = new JetStreamPushSource(stream, nats::connection);
        return new EventSource() {
            @Override
            public Subscription open(String consumer, long epoch, long position) {
                return pausing(real.open(consumer, epoch, position));
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
        };
    }

    private Subscription pausing(Subscription real) {
        return new Subscription() {
            @Override
            public List<SourceMessage> next(int max, Duration wait) {
                List<SourceMessage> batch = real.next(max, wait);
                if (!batch.isEmpty()) {
                    read.countDown();
                    awaitGo();
                }
                return batch;
            }

            @Override
            public long behind() {
                return real.behind();
            }

            @Override
            public long arrivedBehind(SourceMessage message) {
                return real.arrivedBehind(message);
            }

            @Override
            public void acknowledge(SourceMessage message) {
                real.acknowledge(message);
            }

            @Override
            public void close() {
                real.close();
                givenUp = goOn.getCount() == 0;
            }
        };
    }

    private void awaitGo() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
