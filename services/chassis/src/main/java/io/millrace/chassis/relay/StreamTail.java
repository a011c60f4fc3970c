package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.SentTable;
import io.millrace.chassis.outbox.StoredEvent;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamState;
import jakarta.inject.Singleton;
import java.io.IOException;
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

    private final ServiceIdentity identity;
    private final OutboxTable outbox;
    private final SentTable sent;
    private final OutboxConfiguration outboxConfiguration;
    private final RelayConfiguration configuration;
    private final OwnStreamWindow reading;

    StreamTail(
            ServiceIdentity identity,
            OutboxTable outbox,
            SentTable sent,
            OutboxConfiguration outboxConfiguration,
            RelayConfiguration configuration,
            OwnStreamWindow reading) {
        this.identity = identity;
        this.outbox = outbox;
        this.sent = sent;
        this.outboxConfiguration = outboxConfiguration;
        this.configuration = configuration;
        this.reading = reading;
    }

    /**
     * Removes from the outbox what the stream already holds. Returns the stream's last sequence.
     *
     * @throws LostEventsException the stream ends before the last event that was sent, or what stood behind it was purged
     * @throws StaleDatabaseException the stream holds events of this service that its database never sent
     */
    long settle(Connection connection)
            throws UndecidedException, IOException, JetStreamApiException, InterruptedException {
        JetStreamManagement management = connection.jetStreamManagement();
        StreamState state = management.getStreamInfo(identity.stream()).getStreamState();
        requireWhole(state);
        long window = (long) configuration.batchSize() * RelayConfiguration.BATCHES_NOT_DELETED;
        long end = state.getLastSequence();
        boolean more = end >= state.getFirstSequence() && end > 0;
        while (more) {
            long start = Math.max(state.getFirstSequence(), end - window + 1);
            List<OwnStreamWindow.Found> found = reading.read(connection, start, end);
            List<StoredEvent> stored =
                    found.stream().map(OwnStreamWindow.Found::event).toList();
            int settled = outbox.deleteStored(stored);
            requireKnown(found, state.getLastSequence());
            if (settled > 0) {
                LOG.info("{} events of the outbox are in stream {} already", settled, identity.stream());
            }
            more = settled == stored.size() && start > state.getFirstSequence();
            end = start - 1;
        }
        return state.getLastSequence();
    }

    private void requireWhole(StreamState state) throws LostEventsException {
        Optional<StoredEvent> newest = newestSent();
        if (newest.isPresent() && newest.get().sequence() > state.getLastSequence()) {
            throw new LostEventsException(identity.stream(), identity.service(), state.getLastSequence(), newest.get());
        }
        if (newest.isPresent() && newest.get().sequence() + 1 < state.getFirstSequence()) {
            throw LostEventsException.purged(identity.stream(), identity.service(), newest.get());
        }
    }

    /** What was neither waiting nor remembered was sent by a later state of this database. Asked after the deletion: a leader that was overtaken may still be at it. */
    private void requireKnown(List<OwnStreamWindow.Found> found, long end) throws StaleDatabaseException {
        if (!outboxConfiguration.keepsAny()) {
            return;
        }
        long known = newestSent().map(StoredEvent::sequence).orElse(0L);
        Optional<StoredEvent> unknown = found.stream()
                .filter(OwnStreamWindow.Found::ours)
                .map(OwnStreamWindow.Found::event)
                .filter(event -> event.sequence() > known)
                .findFirst();
        if (unknown.isPresent()) {
            throw new StaleDatabaseException(identity, known, end, unknown.get());
        }
    }

    private Optional<StoredEvent> newestSent() {
        return outboxConfiguration.keepsAny() ? sent.last() : Optional.empty();
    }
}
