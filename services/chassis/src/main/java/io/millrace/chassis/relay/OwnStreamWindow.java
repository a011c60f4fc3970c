package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.StoredEvent;
import io.millrace.chassis.stream.StreamLeader;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.impl.Headers;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads which events stand in a part of the service's own stream, without their bodies: all of it, or it fails. */
@Singleton
class OwnStreamWindow {

    private static final String SOURCE = "ce-source";
    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final int MOST_SILENCES = 10;

    private final ServiceIdentity identity;

    OwnStreamWindow(ServiceIdentity identity) {
        this.identity = identity;
    }

    /**
     * An event of the stream.
     *
     * @param ours whether this service's relay has put it there, and not a foreign hand
     */
    record Found(StoredEvent event, boolean ours) {}

    /** All from one sequence to another, both included, in their order. What was deleted is left out. */
    List<Found> read(Connection connection, long start, long end)
            throws IOException, JetStreamApiException, InterruptedException {
        JetStreamSubscription subscription = connection
                .jetStream()
                .subscribe(
                        null,
                        PushSubscribeOptions.builder().stream(identity.stream())
                                .ordered(true)
                                .configuration(ConsumerConfiguration.builder()
                                        .ackPolicy(AckPolicy.None)
                                        .deliverPolicy(DeliverPolicy.ByStartSequence)
                                        .startSequence(start)
                                        .headersOnly(true)
                                        .build())
                                .build());
        try {
            return read(connection, subscription, start, end);
        } finally {
            subscription.unsubscribe();
        }
    }

    private List<Found> read(Connection connection, JetStreamSubscription subscription, long start, long end)
            throws IOException, JetStreamApiException, InterruptedException {
        List<Found> events = new ArrayList<>();
        long next = start;
        int silence = 0;
        while (next <= end) {
            Message message = subscription.nextMessage(SILENCE);
            if (message != null) {
                long sequence = message.metaData().streamSequence();
                if (sequence <= end && message.hasHeaders()) {
                    events.add(found(sequence, message.getHeaders()));
                }
                next = sequence + 1;
                silence = 0;
            } else if (isNothingLeft(connection, next, end)) {
                return events;
            } else if (++silence == MOST_SILENCES) {
                throw new IOException("what the stream holds from %d to %d is not delivered".formatted(next, end));
            }
        }
        return events;
    }

    /**
     * The last messages may have been erased, or have been delivered into a connection that broke. What the consumer has left
     * to deliver does not tell which: the stream itself does.
     */
    private boolean isNothingLeft(Connection connection, long next, long end)
            throws IOException, JetStreamApiException {
        return StreamLeader.firstFrom(connection, identity.stream(), next)
                .filter(unread -> unread.getSeq() <= end)
                .isEmpty();
    }

    private Found found(long sequence, Headers headers) {
        String id = headers.getFirst(EnvelopeHeaders.EVENT_ID);
        return new Found(
                new StoredEvent(sequence, id == null ? "" : id),
                id != null && identity.source().equals(headers.getFirst(SOURCE)));
    }
}
