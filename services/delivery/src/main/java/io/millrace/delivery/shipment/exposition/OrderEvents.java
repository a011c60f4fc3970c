package io.millrace.delivery.shipment.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.delivery.shipment.service.ShipmentPlanning;
import java.util.List;

/** A shipment for each order, and none for one that was cancelled in time. */
@EventHandler(from = "orders")
class OrderEvents {

    private final ShipmentPlanning planning;

    OrderEvents(ShipmentPlanning planning) {
        this.planning = planning;
    }

    @Reaction
    void placed(List<Received<OrderPlaced>> batch) {
        planning.placed(HeardEvents.of(batch));
    }

    @Reaction
    void cancelled(List<Received<OrderCancelled>> batch) {
        planning.cancelled(HeardEvents.of(batch));
    }
}
