package io.millrace.chassis.relay;

import io.millrace.chassis.lease.Lease;
import io.millrace.chassis.lease.Leases;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.outbox.OutboxTable;
import io.millrace.chassis.relay.RelayState.Phase;
import io.millrace.chassis.stream.OwnStream;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the outbox into the service's stream.
 *
 * <p>Guarantees: the stream holds each committed event once, in commit order per aggregate, without a gap, whatever
 * crashes. What a paused old leader sends is refused by the link or by the sequence its batch expects; in the outbox it finds
 * nothing any more, by the epoch of its lease.
 */
@Singleton
public final class Relay implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration STOPPED = Duration.ofSeconds(1);

    private final Lease lease;
    private final NatsLink nats;
    private final OwnStream stream;
    private final OwnStreamEnd streamEnd;
    private final StreamTail tail;
    private final Publishers publishers;
    private final OutboxTable outbox;
    private final RelayConfiguration configuration;
    private final Clock clock;

    private final RelayTally tally = new RelayTally();
    private final ReentrantLock turn = new ReentrantLock();
    private Pipeline pipeline;
    private long pipelineEpoch;
    private Instant nextLook = Instant.EPOCH;
    private Instant nextReview = Instant.EPOCH;
    private volatile boolean reconnected;
    private volatile RelayState state = RelayState.starting();

    Relay(
            Leases leases,
            NatsLink nats,
            OwnStream stream,
            OwnStreamEnd streamEnd,
            StreamTail tail,
            Publishers publishers,
            OutboxTable outbox,
            RelayConfiguration configuration,
            Clock clock) {
        this.lease = leases.of("relay");
        this.nats = nats;
        this.stream = stream;
        this.streamEnd = streamEnd;
        this.tail = tail;
        this.publishers = publishers;
        this.outbox = outbox;
        this.configuration = configuration;
        this.clock = clock;
    }

    public RelayState state() {
        return state;
    }

    /** What this instance has published. */
    public RelayTally tally() {
        return tally;
    }

    @Override
    public Duration runOnce() throws InterruptedException {
        turn.lock();
        try {
            return round();
        } finally {
            turn.unlock();
        }
    }

    private Duration round() throws InterruptedException {
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
        } catch (Doubt e) {
            nats.connection().ifPresent(connection -> publishers.learn(e, connection));
            return lookAgain(e);
        } catch (IOException | JetStreamApiException e) {
            return lookAgain(e);
        } catch (UndecidedException e) {
            return stop(e);
        } catch (Throwable e) {
            // What was stored may not be deleted: the stream must be asked before anything is sent again.
            trouble("failing, tried again: " + e.getMessage());
            forget();
            throw e;
        }
    }

    /**
     * Does something while nothing is on its way, and has the relay look at its stream afterwards.
     *
     * @return empty if another instance leads
     */
    <T> Optional<T> atRest(RestingWork<T> work) throws IOException, JetStreamApiException, InterruptedException {
        turn.lockInterruptibly();
        try {
            forget();
            return lease.tryTake() ? Optional.of(work.run(new Turn())) : Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    /** What is done while the relay rests. */
    @FunctionalInterface
    interface RestingWork<T> {
        T run(Turn turn) throws IOException, JetStreamApiException, InterruptedException;
    }

    /** The right to change what the relay works on. */
    final class Turn {

        /** Does it in a transaction, unless another instance has become the leader, which cannot happen before its end. */
        int in(IntSupplier change) {
            return lease.holding(change);
        }
    }

    /** Gives up leadership, for another instance to go on at once. */
    void resign() {
        forget();
        lease.release();
    }

    private Duration publish(Connection connection)
            throws Doubt, UndecidedException, IOException, JetStreamApiException, InterruptedException {
        if (pipeline == null || pipelineEpoch != lease.epoch() || reconnected) {
            settle(connection);
        }
        Pipeline.Sent sent = pipeline.sendNext();
        if (sent.progress()) {
            state = state.progressed(clock.instant());
        }
        state = state.now(sent.rows() > 0 ? Phase.PUBLISHING : Phase.IDLE);
        if (isOutgrown(connection)) {
            pipeline.rest();
            forget();
            return Duration.ZERO;
        }
        if (sent.rows() > 0) {
            return Duration.ZERO;
        }
        look();
        return configuration.poll();
    }

    /** Who publishes nothing would not notice that the stream was deleted, or came back from an older backup. */
    private void look() throws Doubt {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            pipeline.requireWhole();
            nextLook = now.plus(configuration.lookEvery());
        }
    }

    /** Whether the stream has got replicas since, which are not published to by links. */
    private boolean isOutgrown(Connection connection) throws IOException, JetStreamApiException {
        Instant now = clock.instant();
        if (pipeline.isAtomic() || now.isBefore(nextReview)) {
            return false;
        }
        nextReview = now.plus(configuration.lookEvery());
        return publishers.mustNotLink(connection);
    }

    private void settle(Connection connection)
            throws UndecidedException, IOException, JetStreamApiException, InterruptedException {
        forget();
        // Before the stream is asked: a connection that comes back after that is one more doubt.
        reconnected = false;
        stream.ensure(connection);
        long epoch = lease.epoch();
        long end = tail.settle(connection, tally::foundStored);
        lease.holding(outbox::keepOrder);
        Publisher publisher = publishers.behind(end, connection);
        pipeline = new Pipeline(outbox, publisher, configuration, lease.holder(epoch), () -> endOf(connection), tally);
        pipelineEpoch = epoch;
        state = state.publishingBy(publisher.mode());
        tally.looked();
    }

    private long endOf(Connection connection) throws Doubt {
        try {
            return streamEnd.lastSequence(connection);
        } catch (IOException | JetStreamApiException e) {
            throw new Doubt("its end cannot be read: " + e.getMessage(), e);
        }
    }

    /** What was on its way when the connection broke may be lost, and so may more: the stream is to be asked. */
    void reconnected() {
        reconnected = true;
    }

    private Duration lookAgain(Exception doubt) {
        LOG.warn("the relay looks at its stream again, because {}", doubt.getMessage());
        trouble("in doubt: " + doubt.getMessage());
        forget();
        return RETRY;
    }

    private Duration stop(UndecidedException contradiction) {
        if (!state.state().equals(contradiction.getMessage())) {
            LOG.error("the relay {}", contradiction.getMessage());
        }
        trouble(contradiction.getMessage());
        forget();
        return STOPPED;
    }

    private void trouble(String what) {
        state = state.trouble(what, lease.isHeld());
    }

    private void forget() {
        pipeline = null;
    }
}
