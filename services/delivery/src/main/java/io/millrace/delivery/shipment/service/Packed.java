package io.millrace.delivery.shipment.service;

import io.millrace.contracts.orders.OrderPlaced;
import java.util.List;

/** A shipment with all that goes into it. */
public record Packed(Shipment shipment, List<PackingLine> lines) {

    public Packed {
        lines = List.copyOf(lines);
    }

    /** The shipment of a new order. It waits: whether its customer is known is a question of its own. */
    public static Packed of(OrderPlaced order) {
        List<PackingLine> lines = order.lines().stream().map(PackingLine::of).toList();
        Shipment shipment = new Shipment(
                order.orderId(), order.customerId(), ShipmentStatus.WAITING, 0, lines.size(), order.total());
        return new Packed(shipment, lines);
    }
}
