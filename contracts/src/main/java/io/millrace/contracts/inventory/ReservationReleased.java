package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Pieces;
import java.util.List;

/**
 * What was kept for an order can be had by others again.
 *
 * @param lines what was kept; empty where nothing was, because the order ended first
 */
@EventContract("inventory.reservation.released")
public record ReservationReleased(String orderId, List<Pieces> lines) implements ReservationEvent {

    public ReservationReleased {
        lines = List.copyOf(lines);
    }
}
