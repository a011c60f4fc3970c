package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Pieces;
import java.util.List;

/**
 * What was kept for an order left the house.
 *
 * @param lines what left
 */
@EventContract("inventory.reservation.fulfilled")
public record ReservationFulfilled(String orderId, List<Pieces> lines) implements ReservationEvent {

    public ReservationFulfilled {
        lines = List.copyOf(lines);
    }
}
