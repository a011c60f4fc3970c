package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.StoredEvent;
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

/** Reads which events stand in a part of the service's own stream, without their bodies. */
@Singleton
class OwnStreamWindow {

    private static final String SOURCE = "ce-source";
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

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
            return read(subscription, end);
        } finally {
            subscription.unsubscribe();
        }
    }

    private List<Found> read(JetStreamSubscription subscription, long end)
            throws IOException, JetStreamApiException, InterruptedException {
        List<Found> events = new ArrayList<>();
        long sequence = 0;
        while (sequence < end) {
            Message message = subscription.nextMessage(READ_TIMEOUT);
            if (message == null) {
                requireNothingLeft(subscription);
                return events;
            }
            sequence = message.metaData().streamSequence();
            if (sequence <= end && message.hasHeaders()) {
                events.add(found(sequence, message.getHeaders()));
            }
        }
        return events;
    }

    /** The last message may have been deleted by hand. */
    private static void requireNothingLeft(JetStreamSubscription subscription)
            throws IOException, JetStreamApiException {
        if (subscription.getConsumerInfo().getNumPending() > 0) {
            throw new IOException("the end of the stream could not be read within " + READ_TIMEOUT);
        }
    }

    private Found found(long sequence, Headers headers) {
        String id = headers.getFirst(EnvelopeHeaders.EVENT_ID);
        return new Found(
                new StoredEvent(sequence, id == null ? "" : id),
                id != null && identity.source().equals(headers.getFirst(SOURCE)));
    }
}
