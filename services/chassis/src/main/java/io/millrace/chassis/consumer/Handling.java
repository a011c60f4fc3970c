package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.parked.Fence;
import io.millrace.chassis.parked.Parking;
import io.millrace.chassis.parked.ParkingLot;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes events take effect, and moves the position behind them in the same transaction.
 *
 * <p>A batch that fails is cut in two, and what still fails is cut again, until the event that fails stands alone: it is
 * parked, and everything else has taken effect in transactions of its own. That asks for about two calls more per
 * doubling of the batch, and for none of the others one by one. Where the handler takes single events, the failing one
 * is known and nothing has to be looked for.
 */
final class Handling {

    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    private final ConsumerTable table;
    private final ParkingLot parkingLot;
    private final ParkedKeys keys;
    private final Dispatch dispatch;
    private final Optional<Inbox> inbox;
    private final TransactionOperations<Connection> transactions;

    /** @param inbox where the writer does not link its events */
    Handling(
            ConsumerTable table,
            ParkingLot parkingLot,
            ParkedKeys keys,
            Dispatch dispatch,
            Optional<Inbox> inbox,
            TransactionOperations<Connection> transactions) {
        this.table = table;
        this.parkingLot = parkingLot;
        this.keys = keys;
        this.dispatch = dispatch;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /**
     * Handles a batch. When this throws, nothing, or a part of the batch from its start on, has taken effect; the table
     * knows up to where.
     *
     * @throws FencedException if another owner rules
     */
    void handle(Fence fence, long position, Batch batch) {
        try {
            if (keys.isEmpty() && inbox.isEmpty() && batch.isReadable()) {
                transactions.executeWrite(tx -> {
                    table.advance(fence, position, batch.end());
                    dispatch.dispatch(batch.plan());
                    return null;
                });
            } else {
                commitBesideParked(fence, position, batch.events());
            }
        } catch (Throwable e) {
            narrow(fence, position, batch.events(), e);
        }
    }

    private void handle(Fence fence, long position, List<Decoded> events) {
        try {
            commitBesideParked(fence, position, events);
        } catch (Throwable e) {
            narrow(fence, position, events, e);
        }
    }

    /** Commits the events that can be handled, and parks those that wait behind others or cannot be read. */
    private void commitBesideParked(Fence fence, long position, List<Decoded> events) {
        keys.locked(() -> {
            Parting parted = transactions.executeWrite(tx -> {
                table.advance(fence, position, Batch.end(events));
                Parting parting = part(inbox.map(box -> box.take(events)).orElse(events));
                parkingLot.park(fence.consumer(), parting.parking());
                dispatch.dispatch(dispatch.plan(parting.ready()));
                return parting;
            });
            keys.addAll(parted.unreadable());
            parted.parking().stream()
                    .filter(parking -> parking.failure().isPresent())
                    .forEach(parking -> tell(fence, parking));
        });
    }

    private record Parting(List<Decoded> ready, List<Parking> parking, Set<String> unreadable) {}

    private Parting part(List<Decoded> events) {
        Parting parting = new Parting(new ArrayList<>(events.size()), new ArrayList<>(), new HashSet<>());
        for (Decoded event : events) {
            String key = event.key();
            if (event.isForSomebody()
                    && (keys.contains(key) || parting.unreadable().contains(key))) {
                parting.parking().add(Parking.behind(event.message(), key));
            } else if (event.unreadable().isPresent()) {
                parting.parking().add(failed(event, event.unreadable().get()));
                parting.unreadable().add(key);
            } else {
                parting.ready().add(event);
            }
        }
        return parting;
    }

    private void narrow(Fence fence, long position, List<Decoded> events, Throwable failure) {
        if (Infrastructure.isBehind(failure) || events.stream().noneMatch(Decoded::isForSomebody)) {
            throw unchecked(failure);
        }
        if (events.size() == 1) {
            park(fence, position, events.getFirst(), failure);
            return;
        }
        long from = position;
        for (List<Decoded> part : Cut.around(events, failure)) {
            handle(fence, from, part);
            from = part.getLast().position();
        }
    }

    private void park(Fence fence, long position, Decoded event, Throwable failure) {
        Throwable cause = failure instanceof HandlingFailure handling ? handling.getCause() : failure;
        Parking parking = failed(event, cause);
        tell(fence, parking);
        keys.locked(() -> {
            transactions.executeWrite(tx -> {
                table.advance(fence, position, Batch.end(List.of(event)));
                inbox.ifPresent(box -> box.take(List.of(event)));
                parkingLot.park(fence.consumer(), List.of(parking));
                return null;
            });
            keys.addAll(Set.of(event.key()));
        });
    }

    private static void tell(Fence fence, Parking parking) {
        String next = parking.isDead() ? "it is a dead letter" : "it is tried again";
        Throwable cause = parking.failure().orElseThrow().failure().cause();
        EventLog.about(
                fence.consumer(),
                parking.message(),
                () -> EventLog.warn(
                        LOG,
                        "%s parks %s with all later events of %s, %s"
                                .formatted(fence.consumer(), EventLog.name(parking.message()), parking.key(), next),
                        cause));
    }

    private Parking failed(Decoded event, Throwable cause) {
        return Parking.failed(event.message(), event.key(), cause, dispatch.retries(event));
    }

    /** Checked exceptions come here too: the transaction manager throws SQLException without declaring it. */
    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case Throwable checked -> new IllegalStateException(checked);
        };
    }
}
