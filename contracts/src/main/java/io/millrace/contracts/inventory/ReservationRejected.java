package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import java.util.List;

/**
 * Not all pieces of an order can be had, so none is kept.
 *
 * @param missing the products of which there are too few, or which are not known
 */
@EventContract("inventory.reservation.rejected")
public record ReservationRejected(String orderId, List<Missing> missing) implements ReservationEvent {

    public ReservationRejected {
        missing = List.copyOf(missing);
    }
}
