package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.loop.Step;
import io.millrace.chassis.parked.DeadLetterStream;
import io.millrace.chassis.parked.Fence;
import io.millrace.chassis.parked.ParkedEvent;
import io.millrace.chassis.parked.ParkedTable;
import io.millrace.chassis.parked.ParkedTable.Taken;
import io.millrace.chassis.source.SourceMessage;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the parked events of one consumer again, beside the loop that reads the stream.
 *
 * <p>Guarantees: each parked event takes effect once, in the order of its aggregate: its row goes in the transaction that
 * holds its effects, and only the head of each aggregate is tried.
 */
final class ParkedEvents implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int AT_ONCE = 100;

    private final ParkedTable table;
    private final ParkedKeys keys;
    private final Dispatch dispatch;
    private final DeadLetterStream deadLetters;
    private final TransactionOperations<Connection> transactions;
    private final Supplier<Optional<Fence>> ownership;

    /** Keys of which nobody knows whether their next event was made due: something failed in between. */
    private final Set<String> owing = new HashSet<>();

    /** @param ownership of the consumer, while this instance handles it */
    ParkedEvents(
            ParkedTable table,
            ParkedKeys keys,
            Dispatch dispatch,
            DeadLetterStream deadLetters,
            TransactionOperations<Connection> transactions,
            Supplier<Optional<Fence>> ownership) {
        this.table = table;
        this.keys = keys;
        this.dispatch = dispatch;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.ownership = ownership;
    }

    @Override
    public Duration runOnce() throws InterruptedException {
        Optional<Fence> fence = ownership.get();
        if (fence.isEmpty()) {
            return LOOK_AGAIN;
        }
        deadLetters.prepare();
        if (keys.isEmpty()) {
            return LOOK_AGAIN;
        }
        for (String key : List.copyOf(owing)) {
            keys.locked(() -> goOn(fence.get(), key));
            owing.remove(key);
        }
        List<ParkedEvent> due = table.due(fence.get().consumer(), AT_ONCE);
        for (ParkedEvent event : due) {
            attempt(fence.get(), event);
        }
        boolean announcedAll = deadLetters.announce(fence.get().consumer());
        return due.isEmpty() && announcedAll ? LOOK_AGAIN : Duration.ZERO;
    }

    private void attempt(Fence fence, ParkedEvent event) {
        try {
            boolean gone = transactions.executeWrite(tx -> {
                Optional<Taken> taken = table.take(fence, event.position());
                taken.filter(head -> !event.discarded()).ifPresent(head -> handle(event, head));
                return taken.isPresent();
            });
            if (gone) {
                tell(
                        fence,
                        event,
                        name -> LOG.info(
                                "{}: {} is {}",
                                fence.consumer(),
                                name,
                                event.discarded() ? "discarded" : "handled after all"));
                keys.locked(() -> goOn(fence, event.key()));
            }
        } catch (Throwable e) {
            owing.add(event.key());
            if (Infrastructure.isBehind(e)) {
                throw e;
            }
            Throwable cause = e instanceof HandlingFailure handling ? handling.getCause() : e;
            boolean dead = table.failed(fence, event, cause, dispatch.retries(dispatch.decode(event.message())));
            tell(fence, event, name -> tellFailure(fence, event, name, dead, cause));
        }
    }

    private static void tellFailure(Fence fence, ParkedEvent event, String name, boolean dead, Throwable cause) {
        if (dead) {
            EventLog.warn(
                    LOG,
                    "%s: %s is a dead letter after %d attempts, and all later events of %s wait until somebody redrives or discards it"
                            .formatted(fence.consumer(), name, event.attempts() + 1, event.key()),
                    cause);
        } else {
            LOG.debug("{}: {} failed again", fence.consumer(), name, cause);
        }
    }

    private static void tell(Fence fence, ParkedEvent event, Consumer<String> line) {
        SourceMessage message = event.message();
        EventLog.about(fence.consumer(), message, () -> line.accept(EventLog.name(message)));
    }

    private void handle(ParkedEvent event, Taken head) {
        Decoded decoded = dispatch.decode(event.message());
        decoded.unreadable().ifPresent(unreadable -> {
            throw unreadable;
        });
        Decoded undone = head.rebuilt() ? decoded.withoutRebuildable() : decoded;
        dispatch.dispatch(dispatch.plan(List.of(head.replayed() ? undone.withoutReactions() : undone)));
    }

    private void goOn(Fence fence, String key) {
        if (!table.next(fence, key)) {
            keys.remove(key);
        }
    }
}
