package io.millrace.chassis.relay;

import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.outbox.OutboxConfiguration;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.outbox.SentTable;
import io.millrace.chassis.outbox.StoredEvent;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamState;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
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
     * @param found is told how many events that were
     * @throws LostEventsException the stream ends before the last event that was sent, or what stood behind it was purged
     * @throws StaleDatabaseException the stream holds events of this service that its database never sent
     */
    long settle(Connection connection, IntConsumer found)
            throws UndecidedException, IOException, JetStreamApiException, InterruptedException {
        // Before the stream is asked: an overtaken leader may still be writing down what it sent.
        Optional<StoredEvent> newest = newestSent();
        StreamState state = connection
                .jetStreamManagement()
                .getStreamInfo(identity.stream())
                .getStreamState();
        requireEndNotBefore(newest, state);
        long end = state.getLastSequence();
        List<OwnStreamWindow.Found> window = window(connection, state, end);
        requireKnown(window, newest, end);
        requireNothingPurged(newest, state);
        while (!window.isEmpty() && isSettled(window, found)) {
            end = window.getFirst().event().sequence() - 1;
            window = window(connection, state, end);
        }
        return state.getLastSequence();
    }

    private List<OwnStreamWindow.Found> window(Connection connection, StreamState state, long end)
            throws IOException, JetStreamApiException, InterruptedException {
        if (end == 0 || end < state.getFirstSequence()) {
            return List.of();
        }
        long length = (long) configuration.batchSize() * RelayConfiguration.BATCHES_NOT_DELETED;
        return reading.read(connection, Math.max(state.getFirstSequence(), end - length + 1), end);
    }

    /** Deletes from the outbox what stands in this part of the stream. Returns whether that was all of it. */
    private boolean isSettled(List<OwnStreamWindow.Found> window, IntConsumer found) {
        int settled = outbox.deleteStored(
                window.stream().map(OwnStreamWindow.Found::event).toList());
        found.accept(settled);
        if (settled > 0) {
            LOG.info("{} events of the outbox are in stream {} already", settled, identity.stream());
        }
        return settled == window.size();
    }

    private void requireEndNotBefore(Optional<StoredEvent> newest, StreamState state) throws LostEventsException {
        if (newest.isPresent() && newest.get().sequence() > state.getLastSequence()) {
            throw new LostEventsException(identity.stream(), identity.service(), state.getLastSequence(), newest.get());
        }
    }

    /** What neither waits nor is remembered was sent by a later state of this database. */
    private void requireKnown(List<OwnStreamWindow.Found> window, Optional<StoredEvent> newest, long end)
            throws StaleDatabaseException {
        if (!outboxConfiguration.keepsAny()) {
            return;
        }
        long known = newest.map(StoredEvent::sequence).orElse(0L);
        List<StoredEvent> behind = window.stream()
                .filter(OwnStreamWindow.Found::ours)
                .map(OwnStreamWindow.Found::event)
                .filter(event -> event.sequence() > known)
                .toList();
        Optional<StoredEvent> unknown = behind.isEmpty() ? Optional.empty() : outbox.firstUnknown(behind);
        if (unknown.isPresent()) {
            throw new StaleDatabaseException(identity, known, end, unknown.get());
        }
    }

    private void requireNothingPurged(Optional<StoredEvent> newest, StreamState state) throws LostEventsException {
        if (newest.isPresent() && newest.get().sequence() + 1 < state.getFirstSequence()) {
            throw LostEventsException.purged(identity.stream(), newest.get());
        }
    }

    private Optional<StoredEvent> newestSent() {
        return outboxConfiguration.keepsAny() ? sent.last() : Optional.empty();
    }
}
