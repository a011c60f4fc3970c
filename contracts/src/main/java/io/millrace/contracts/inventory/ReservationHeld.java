package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Pieces;
import java.util.List;

/**
 * All pieces of an order are kept for it.
 *
 * @param lines what is kept, each product once
 */
@EventContract("inventory.reservation.held")
public record ReservationHeld(String orderId, List<Pieces> lines) implements ReservationEvent {

    public ReservationHeld {
        lines = List.copyOf(lines);
    }
}
