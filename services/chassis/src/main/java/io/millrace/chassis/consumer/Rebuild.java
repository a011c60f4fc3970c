package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.consumer.RebuildTable.Discarded;
import io.millrace.chassis.lease.Lease;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.parked.Fence;
import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.SourceLostException;
import io.millrace.chassis.source.SourceMessage;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.Subscription;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the tables of a consumer's projections anew from the first event on, beside those that serve.
 *
 * <p>Guarantees: readers see the old tables until they see the new ones, which hold exactly what the events up to the
 * consumer's position say: the tables change in one transaction that holds the consumer still. Reactions are not called.
 * After a crash it goes on where it was: the shadow tables and their position were written together.
 *
 * <p>An event that fails ends the rebuild, and the old tables stay; what was discarded as a dead letter is left out again.
 */
final class Rebuild implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int READ_AT_ONCE = 1_000;

    private final ConsumerName name;
    private final List<String> tables;
    private final Lease lease;
    private final EventSource source;
    private final RebuildTable table;
    private final ShadowTables shadows;
    private final Dispatch dispatch;
    private final TransactionOperations<Connection> transactions;

    private Subscription subscription;
    private Fence fence;
    private long position;
    private final Deque<SourceMessage> read = new ArrayDeque<>();
    private int atOnce = READ_AT_ONCE;

    Rebuild(
            ConsumerName name,
            List<String> tables,
            Lease lease,
            EventSource source,
            RebuildTable table,
            ShadowTables shadows,
            Dispatch dispatch,
            TransactionOperations<Connection> transactions) {
        this.name = name;
        this.tables = tables;
        this.lease = lease;
        this.source = source;
        this.table = table;
        this.shadows = shadows;
        this.dispatch = dispatch;
        this.transactions = transactions;
    }

    @Override
    public Duration runOnce() {
        if (!table.isWanted(name.durable())) {
            giveUp();
            return LOOK_AGAIN;
        }
        if (!lease.tryTake()) {
            drop();
            return lease.retryEvery();
        }
        try {
            if (subscription == null || fence.epoch() != lease.epoch()) {
                open();
            }
            return goOn();
        } catch (SourceUnavailableException | SourceLostException e) {
            LOG.info("the rebuild of {} reads again behind position {}, because {}", name, position, e.getMessage());
            drop();
            return WAIT;
        } catch (FencedException e) {
            lease.lost();
            drop();
            return WAIT;
        } catch (Throwable e) {
            drop();
            if (Infrastructure.isBehind(e)) {
                throw e;
            }
            if (e instanceof HandlingFailure handling && handling.first() < handling.last() && atOnce > 1) {
                // Fewer at a time, until the event that fails stands alone and can be named.
                atOnce = atOnce / 2;
                return Duration.ZERO;
            }
            fail(e);
            return LOOK_AGAIN;
        }
    }

    /** Gives it up, for another instance to go on at once. */
    void resign() {
        drop();
        lease.release();
    }

    /** Somebody cancelled it. */
    private void giveUp() {
        if (fence != null) {
            drop();
            transactions.executeWrite(tx -> {
                if (!table.isWantedNow(name.durable())) {
                    shadows.drop(tx.getConnection(), name);
                }
                return null;
            });
            lease.release();
            LOG.info("the rebuild of {} was given up, and the old tables stay", name);
        }
    }

    private void open() {
        drop();
        Fence taken = new Fence(name.durable(), lease.epoch());
        OptionalLong reached = transactions.executeWrite(tx -> {
            OptionalLong before = table.bind(taken);
            if (before.isEmpty()) {
                shadows.create(tx.getConnection(), name, tables);
            }
            return before;
        });
        position = reached.orElse(0);
        subscription = source.open(name.durable() + "-rebuild", taken.epoch(), position);
        fence = taken;
        LOG.info("{} is rebuilt from position {} on: {}", name, position + 1, tables);
    }

    private Duration goOn() {
        long served = table.positionOf(name.durable());
        if (position >= served) {
            swap();
            return LOOK_AGAIN;
        }
        List<SourceMessage> batch = next(served);
        if (batch.isEmpty()) {
            return WAIT;
        }
        transactions.executeWrite(tx -> {
            handle(tx.getConnection(), batch);
            return null;
        });
        position = batch.getLast().sequence();
        subscription.acknowledge(batch.getLast());
        return Duration.ZERO;
    }

    /** Reads what comes next, but nothing that the consumer itself has not handled yet. */
    private List<SourceMessage> next(long until) {
        if (read.isEmpty()) {
            read.addAll(subscription.next(READ_AT_ONCE, WAIT));
        }
        List<SourceMessage> batch = new ArrayList<>();
        while (!read.isEmpty() && batch.size() < atOnce && read.peekFirst().sequence() <= until) {
            batch.add(read.removeFirst());
        }
        return batch;
    }

    private void handle(Connection connection, List<SourceMessage> batch) {
        table.advance(fence, position, batch.getLast().sequence());
        Set<Discarded> discarded =
                table.discarded(name.durable(), position, batch.getLast().sequence());
        List<Decoded> events = batch.stream()
                .filter(message -> !discarded.contains(Discarded.of(message)))
                .map(dispatch::decode)
                .toList();
        events.forEach(Rebuild::requireReadable);
        shadows.use(connection, name);
        dispatch.dispatch(dispatch.plan(events));
    }

    private static void requireReadable(Decoded event) {
        event.unreadable().ifPresent(unreadable -> {
            throw new HandlingFailure(event.position(), event.position(), unreadable);
        });
    }

    private void swap() {
        transactions.executeWrite(tx -> {
            shadows.analyse(tx.getConnection(), name, tables);
            return null;
        });
        transactions.executeWrite(tx -> {
            long served = table.hold(fence);
            while (position < served) {
                List<SourceMessage> batch = next(served);
                if (batch.isEmpty()) {
                    throw new SourceLostException("the last events before the swap did not come");
                }
                handle(tx.getConnection(), batch);
                position = batch.getLast().sequence();
            }
            shadows.swap(tx.getConnection(), name, tables);
            table.finish(fence, served);
            return null;
        });
        LOG.info("{} serves from rebuilt tables: {}", name, tables);
        resign();
    }

    private void fail(Throwable failure) {
        atOnce = READ_AT_ONCE;
        String what = switch (failure) {
            case HandlingFailure handling
            when handling.first() == handling.last() ->
                "the event at position " + handling.first() + " fails: " + handling.getCause();
            case HandlingFailure handling ->
                "an event at position " + handling.first() + " to " + handling.last() + " fails: "
                        + handling.getCause();
            case Throwable other -> other.toString();
        };
        LOG.error("the rebuild of {} ends, and the old tables stay: {}", name, what, failure);
        transactions.executeWrite(tx -> {
            table.fail(name.durable(), what);
            shadows.drop(tx.getConnection(), name);
            return null;
        });
        lease.release();
    }

    private void drop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        read.clear();
        fence = null;
    }
}
