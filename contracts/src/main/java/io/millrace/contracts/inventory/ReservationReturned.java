package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Pieces;
import java.util.List;

/**
 * What had left for an order is back on the shelf.
 *
 * @param lines what came back
 */
@EventContract("inventory.reservation.returned")
public record ReservationReturned(String orderId, List<Pieces> lines) implements ReservationEvent {

    public ReservationReturned {
        lines = List.copyOf(lines);
    }
}
