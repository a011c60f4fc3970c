package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.SentTable;
import io.millrace.chassis.outbox.StoredEvent;
import io.millrace.contracts.EnvelopeHeaders;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.StreamState;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the service's own stream, which tells what of the outbox is already published.
 *
 * <p>INVARIANT: rows are deleted in the order in which they were sent, so what is stored but not deleted is always at the
 * end of the stream, and not longer than what a relay may have sent and not yet deleted. Windows of that size are read backwards until
 * one begins with a message that the outbox no longer has.
 */
@Singleton
class StreamTail {

    private static final Logger LOG = LoggerFactory.getLogger(StreamTail.class);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final ServiceIdentity identity;
    private final OutboxTable outbox;
    private final SentTable sent;
    private final OutboxConfiguration outboxConfiguration;
    private final RelayConfiguration configuration;

    StreamTail(
            ServiceIdentity identity,
            OutboxTable outbox,
            SentTable sent,
            OutboxConfiguration outboxConfiguration,
            RelayConfiguration configuration) {
        this.identity = identity;
        this.outbox = outbox;
        this.sent = sent;
        this.outboxConfiguration = outboxConfiguration;
        this.configuration = configuration;
    }

    /**
     * Removes from the outbox what the stream already holds. Returns the stream's last sequence.
     *
     * @throws LostEventsException the stream ends before the last event that was sent, or what stood behind it was purged
     */
    long settle(Connection connection)
            throws LostEventsException, IOException, JetStreamApiException, InterruptedException {
        JetStreamManagement management = connection.jetStreamManagement();
        StreamState state = management.getStreamInfo(identity.stream()).getStreamState();
        requireWhole(state);
        long window = (long) configuration.batchSize() * RelayConfiguration.BATCHES_NOT_DELETED;
        long end = state.getLastSequence();
        boolean more = end >= state.getFirstSequence() && end > 0;
        while (more) {
            long start = Math.max(state.getFirstSequence(), end - window + 1);
            List<StoredEvent> stored = events(connection, start, end);
            int settled = outbox.deleteStored(stored);
            if (settled > 0) {
                LOG.info("{} events of the outbox are in stream {} already", settled, identity.stream());
            }
            more = settled == stored.size() && start > state.getFirstSequence();
            end = start - 1;
        }
        return state.getLastSequence();
    }

    private void requireWhole(StreamState state) throws LostEventsException {
        Optional<StoredEvent> newest = outboxConfiguration.keepsAny() ? sent.last() : Optional.empty();
        if (newest.isPresent() && newest.get().sequence() > state.getLastSequence()) {
            throw new LostEventsException(identity.stream(), identity.service(), state.getLastSequence(), newest.get());
        }
        if (newest.isPresent() && newest.get().sequence() + 1 < state.getFirstSequence()) {
            throw LostEventsException.purged(identity.stream(), identity.service(), newest.get());
        }
    }

    private List<StoredEvent> events(Connection connection, long start, long end)
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

    private static List<StoredEvent> read(JetStreamSubscription subscription, long end)
            throws IOException, InterruptedException {
        List<StoredEvent> events = new ArrayList<>();
        long sequence = 0;
        while (sequence < end) {
            Message message = subscription.nextMessage(READ_TIMEOUT);
            if (message == null) {
                throw new IOException("the end of the stream could not be read within " + READ_TIMEOUT);
            }
            sequence = message.metaData().streamSequence();
            if (sequence <= end && message.hasHeaders()) {
                String id = message.getHeaders().getFirst(EnvelopeHeaders.MESSAGE_ID);
                events.add(new StoredEvent(sequence, id == null ? "" : id));
            }
        }
        return events;
    }
}
