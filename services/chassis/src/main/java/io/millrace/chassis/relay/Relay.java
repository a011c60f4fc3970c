package io.millrace.chassis.relay;

import io.millrace.chassis.lease.Lease;
import io.millrace.chassis.lease.Leases;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxRow;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.relay.RelayState.Phase;
import io.millrace.chassis.stream.OwnStream;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the outbox into the service's stream.
 *
 * <p>Guarantees: the stream holds each committed event once, in commit order per aggregate, without a gap, whatever
 * crashes. A paused old leader is refused by the link, so the lease only saves work.
 */
@Singleton
public final class Relay implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration RETRY = Duration.ofMillis(250);

    private final Lease lease;
    private final NatsLink nats;
    private final OwnStream stream;
    private final StreamTail tail;
    private final OutboxTable outbox;
    private final RelayConfiguration configuration;
    private final Clock clock;

    private final Deque<SentBatch> inFlight = new ArrayDeque<>();
    private LinkedPublisher publisher;
    private long publisherEpoch;
    private volatile RelayState state = RelayState.starting();

    Relay(
            Leases leases,
            NatsLink nats,
            OwnStream stream,
            StreamTail tail,
            OutboxTable outbox,
            RelayConfiguration configuration,
            Clock clock) {
        this.lease = leases.of("relay");
        this.nats = nats;
        this.stream = stream;
        this.tail = tail;
        this.outbox = outbox;
        this.configuration = configuration;
        this.clock = clock;
    }

    public RelayState state() {
        return state;
    }

    @Override
    public Duration runOnce() throws InterruptedException {
        try {
            if (!lease.tryTake()) {
                forget();
                state = state.now(Phase.STANDBY);
                return lease.retryEvery();
            }
            Optional<Connection> connection = nats.connection();
            if (connection.isEmpty()) {
                forget();
                state = state.now(Phase.WAITING);
                return RETRY;
            }
            return publish(connection.get());
        } catch (Doubt | IOException | JetStreamApiException e) {
            LOG.warn("the relay looks at its stream again, because {}", e.getMessage());
            state = state.trouble("in doubt: " + e.getMessage());
            forget();
            return RETRY;
        } catch (Throwable e) {
            // What was stored may not be deleted: the stream must be asked before anything is sent again.
            state = state.trouble("failing, tried again: " + e.getMessage());
            forget();
            throw e;
        }
    }

    /** Gives up leadership, for another instance to go on at once. */
    void resign() {
        forget();
        lease.release();
    }

    private Duration publish(Connection connection)
            throws Doubt, IOException, JetStreamApiException, InterruptedException {
        if (publisher == null || publisherEpoch != lease.epoch()) {
            settle(connection);
        }
        List<Long> stored = inFlight.size() == RelayConfiguration.BATCHES_IN_FLIGHT ? awaitOldest() : List.of();
        List<OutboxRow> rows = next(stored);
        while (rows.isEmpty() && !inFlight.isEmpty()) {
            rows = next(awaitOldest());
        }
        if (rows.isEmpty()) {
            state = state.now(Phase.IDLE);
            return configuration.poll();
        }
        state = state.now(Phase.PUBLISHING);
        inFlight.addLast(publisher.send(rows));
        return Duration.ZERO;
    }

    private void settle(Connection connection) throws IOException, JetStreamApiException, InterruptedException {
        forget();
        stream.ensure(connection);
        long epoch = lease.epoch();
        publisher = new LinkedPublisher(connection, tail.settle(connection));
        publisherEpoch = epoch;
    }

    private List<Long> awaitOldest() throws Doubt, InterruptedException {
        SentBatch oldest = inFlight.removeFirst();
        oldest.awaitStored(configuration.ackTimeout());
        state = state.progressed(clock.instant());
        return oldest.ids();
    }

    private List<OutboxRow> next(List<Long> stored) {
        List<Long> flying = inFlight.stream()
                .map(SentBatch::ids)
                .flatMap(Collection::stream)
                .toList();
        return outbox.advance(stored, flying, configuration.batchSize());
    }

    private void forget() {
        publisher = null;
        inFlight.clear();
    }
}
