package io.millrace.delivery.shipment.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.ShipmentCancelRequested;
import io.millrace.delivery.shipment.service.ShipmentPlanning;
import io.millrace.delivery.shipment.service.ShipmentRecall;
import java.util.List;

/** A shipment for each confirmed order, and an answer to each request not to send one. */
@EventHandler(from = "orders")
class OrderEvents {

    private final ShipmentPlanning planning;
    private final ShipmentRecall recall;

    OrderEvents(ShipmentPlanning planning, ShipmentRecall recall) {
        this.planning = planning;
        this.recall = recall;
    }

    @Reaction
    void confirmed(List<Received<OrderConfirmed>> batch) {
        planning.confirmed(HeardEvents.of(batch));
    }

    @Reaction
    void cancelRequested(List<Received<ShipmentCancelRequested>> batch) {
        recall.requested(HeardEvents.of(batch));
    }
}
