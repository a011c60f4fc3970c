package io.millrace.inventory.reservation.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Pieces;
import io.millrace.contracts.inventory.Missing;
import io.millrace.contracts.inventory.ReservationEvent;
import io.millrace.contracts.inventory.ReservationFulfilled;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.contracts.inventory.ReservationReturned;
import io.millrace.inventory.product.service.Shelves;
import java.util.List;
import java.util.Optional;

/**
 * What is kept for an order. Each change of it gives the next version and the event, and moves the pieces on the shelves.
 *
 * <p>Whatever is asked for is answered, however often: what was decided is said again and decides nothing.
 *
 * @param version how many events it has had
 * @param lines what is or was kept, each product once; empty where nothing ever was
 * @param missing why it was rejected, where it was
 */
public record Reservation(
        String orderId, ReservationStatus status, long version, List<Pieces> lines, List<Missing> missing) {

    public Reservation {
        requireNonNull(orderId, "orderId");
        requireNonNull(status, "status");
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /** The first request for an order: all of it, or nothing. */
    static Change request(String orderId, Wish wish, Shelves shelves) {
        List<Missing> missing = wish.missingFrom(shelves);
        if (!missing.isEmpty()) {
            Reservation rejected = new Reservation(orderId, ReservationStatus.REJECTED, 1, List.of(), missing);
            return new Change(rejected, new ReservationRejected(orderId, missing));
        }
        List<Pieces> lines = wish.lines();
        shelves.hold(lines);
        Reservation held = new Reservation(orderId, ReservationStatus.HELD, 1, lines, List.of());
        return new Change(held, new ReservationHeld(orderId, lines));
    }

    /** An order that ended before anything was asked for it. Nothing will be kept for it. */
    static Change releaseUnasked(String orderId) {
        Reservation released = new Reservation(orderId, ReservationStatus.RELEASED, 1, List.of(), List.of());
        return new Change(released, new ReservationReleased(orderId, List.of()));
    }

    /** One more request: the answer is what it was, or that the order has ended. */
    Change requestAgain() {
        return switch (status) {
            case HELD, FULFILLED, RETURNED -> to(status, new ReservationHeld(orderId, lines));
            case REJECTED -> to(status, new ReservationRejected(orderId, missing));
            case RELEASED -> to(status, new ReservationReleased(orderId, lines));
        };
    }

    /** What left the house is not kept, so there is nothing of it to release. */
    Change release(Shelves shelves) {
        return switch (status) {
            case HELD -> {
                shelves.release(lines);
                yield to(ReservationStatus.RELEASED, new ReservationReleased(orderId, lines));
            }
            case REJECTED, RELEASED -> to(ReservationStatus.RELEASED, new ReservationReleased(orderId, lines));
            case FULFILLED, RETURNED -> to(status, new ReservationReleased(orderId, List.of()));
        };
    }

    /** Empty where nothing is kept. */
    Optional<Change> fulfil(Shelves shelves) {
        if (status != ReservationStatus.HELD) {
            return Optional.empty();
        }
        shelves.ship(lines);
        return Optional.of(to(ReservationStatus.FULFILLED, new ReservationFulfilled(orderId, lines)));
    }

    /** Empty where nothing has left. */
    Optional<Change> takeBack(Shelves shelves) {
        if (status != ReservationStatus.FULFILLED) {
            return Optional.empty();
        }
        shelves.takeBack(lines);
        return Optional.of(to(ReservationStatus.RETURNED, new ReservationReturned(orderId, lines)));
    }

    private Change to(ReservationStatus next, ReservationEvent event) {
        return new Change(new Reservation(orderId, next, version + 1, lines, missing), event);
    }
}
