package io.millrace.delivery.shipment.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Money;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentEvent;
import io.millrace.contracts.delivery.ShipmentPrepared;

/**
 * What is sent for an order. Each change of it gives the next version and the event.
 *
 * @param id the order's id
 * @param customerId whom it goes to
 * @param status where it stands
 * @param version how many events it has had: 0 while it waits
 * @param lineCount how many packing lines it has
 * @param value what it is declared at, the order's total
 */
public record Shipment(String id, String customerId, ShipmentStatus status, long version, int lineCount, Money value) {

    public Shipment {
        requireNonNull(id, "id");
        requireNonNull(customerId, "customerId");
        requireNonNull(status, "status");
        requireNonNull(value, "value");
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

    Change cancel() {
        return to(ShipmentStatus.CANCELLED, new ShipmentCancelled(id, id, customerId));
    }

    private Change to(ShipmentStatus next, ShipmentEvent event) {
        return new Change(new Shipment(id, customerId, next, version + 1, lineCount, value), event);
    }
}
