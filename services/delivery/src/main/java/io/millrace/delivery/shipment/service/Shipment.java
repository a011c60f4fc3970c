package io.millrace.delivery.shipment.service;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentEvent;
import io.millrace.contracts.delivery.ShipmentPrepared;
import io.millrace.contracts.delivery.ShipmentReturned;

/**
 * What is sent for an order. Each change of it gives the next version and the event.
 *
 * @param id the order's id
 * @param customerId whom it goes to; null while its order is not heard of, which only a cancelled one can be without
 * @param status where it stands
 * @param version how many events it has had: 0 while it waits
 * @param lineCount how many packing lines it has
 */
public record Shipment(String id, String customerId, ShipmentStatus status, long version, int lineCount) {

    /** In an event that has to name the customer of an order that was not heard of. */
    private static final String NOT_HEARD_OF = "unknown";

    public Shipment {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        if (status != ShipmentStatus.CANCELLED) {
            requireNonNull(customerId, "customerId");
        }
    }

    Change prepare() {
        return to(ShipmentStatus.PREPARED, new ShipmentPrepared(id, id, customerId));
    }

    Change dispatch() {
        return to(ShipmentStatus.DISPATCHED, new ShipmentDispatched(id, id, customerId));
    }

    Change deliver() {
        return to(ShipmentStatus.DELIVERED, new ShipmentDelivered(id, id, customerId));
    }

    Change takeBack() {
        return to(ShipmentStatus.RETURNED, new ShipmentReturned(id, id, customerId));
    }

    /** The answer to a request not to send it. Asked again, it is the same. */
    Change callOff() {
        return status.isSent()
                ? to(status, new ShipmentCancellationRefused(id, id, customerId))
                : to(
                        ShipmentStatus.CANCELLED,
                        new ShipmentCancelled(id, id, requireNonNullElse(customerId, NOT_HEARD_OF)));
    }

    private Change to(ShipmentStatus next, ShipmentEvent event) {
        return new Change(new Shipment(id, customerId, next, version + 1, lineCount), event);
    }
}
