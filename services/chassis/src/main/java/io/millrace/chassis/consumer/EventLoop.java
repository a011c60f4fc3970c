package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.lease.Lease;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.SourceLostException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.Subscription;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the events of one durable consumer.
 *
 * <p>Guarantees: each event takes effect once, in order, whatever crashes. The position moves in the transaction that
 * holds the effects, and only while this instance owns the consumer; whoever becomes owner goes on behind the position.
 *
 * <p>After any failure the subscription is dropped and opened again at the position: there is one way to go on, and it is
 * the same as after a crash.
 */
final class EventLoop implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration REOPEN = Duration.ofMillis(50);
    private static final Duration DAMAGED = Duration.ofSeconds(5);

    private final ConsumerName name;
    private final Lease lease;
    private final EventSource source;
    private final ConsumerTable table;
    private final Dispatch dispatch;
    private final TransactionOperations<Connection> transactions;
    private final ConsumerConfiguration configuration;
    private final Clock clock;

    private Subscription subscription;
    private Lookahead lookahead;
    private long epoch;
    private long position;
    private volatile ConsumerState state;

    EventLoop(
            ConsumerName name,
            Lease lease,
            EventSource source,
            ConsumerTable table,
            Dispatch dispatch,
            TransactionOperations<Connection> transactions,
            ConsumerConfiguration configuration,
            Clock clock) {
        this.name = name;
        this.lease = lease;
        this.source = source;
        this.table = table;
        this.dispatch = dispatch;
        this.transactions = transactions;
        this.configuration = configuration;
        this.clock = clock;
        this.state = ConsumerState.starting(name.durable(), name.stream());
    }

    ConsumerState state() {
        return state;
    }

    @Override
    public Duration runOnce() {
        try {
            if (!lease.tryTake()) {
                drop();
                state = state.standby();
                return lease.retryEvery();
            }
            if (subscription == null || epoch != lease.epoch()) {
                open();
            }
            handle(lookahead.next());
            return Duration.ZERO;
        } catch (SourceUnavailableException e) {
            drop();
            state = state.trouble(e.getMessage());
            return RETRY;
        } catch (SourceLostException e) {
            LOG.info("{} reads again behind position {}, because {}", name, position, e.getMessage());
            drop();
            return REOPEN;
        } catch (FencedException e) {
            LOG.info("{}; this instance stands by", e.getMessage());
            lease.lost();
            drop();
            return RETRY;
        } catch (DamagedStreamException e) {
            return stopAt(e);
        } catch (Throwable e) {
            // Whatever it was, what was read is not handled: the next round reads it again from the position.
            drop();
            state = state.trouble(
                    "failing at position " + (position + 1) + " or behind it, tried again: " + e.getMessage());
            throw e;
        }
    }

    /** Gives the consumer up, for another instance to go on at once. */
    void resign() {
        drop();
        lease.release();
    }

    private void open() {
        drop();
        epoch = lease.epoch();
        Position last = table.bind(name.durable(), name.stream(), epoch);
        long end = KnownStream.requireSame(source, name, last);
        position = last.sequence();
        Subscription opened = source.open(name.durable(), epoch, position);
        subscription = opened;
        lookahead = new Lookahead(() -> read(opened));
        state = state.at(position, Math.max(0, end - position));
        LOG.info("{} handles {} from position {} on", name, name.stream(), position + 1);
    }

    private void handle(Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        SourceMessage last = batch.last();
        Position to = new Position(last.sequence(), last.messageId());
        if (last.pending() > 0) {
            lookahead.start();
        }
        transactions.executeWrite(tx -> {
            table.advance(name.durable(), epoch, position, to);
            dispatch.dispatch(batch.plan());
            return null;
        });
        position = to.sequence();
        state = state.progressed(position, last.pending(), clock.instant());
        subscription.acknowledge(last);
    }

    private Duration stopAt(DamagedStreamException damage) {
        drop();
        if (!state.state().equals(damage.state())) {
            LOG.error("{} stops: {}", name, damage.getMessage());
        }
        state = state.trouble(damage.state());
        return DAMAGED;
    }

    private Batch read(Subscription from) {
        List<SourceMessage> messages = from.next(configuration.batchSize(), configuration.idle());
        return new Batch(messages, dispatch.plan(messages));
    }

    private void drop() {
        if (subscription != null) {
            subscription.close();
            lookahead.abandon();
            subscription = null;
        }
    }
}
