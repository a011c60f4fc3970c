package io.millrace.delivery.shipment.service;

import io.millrace.contracts.orders.OrderConfirmed;
import java.util.List;

/** A shipment with all that goes into it. */
public record Packed(Shipment shipment, List<PackingLine> lines) {

    public Packed {
        lines = List.copyOf(lines);
    }

    /** The shipment of a confirmed order. It waits: whether its customer is known is a question of its own. */
    public static Packed of(OrderConfirmed order) {
        List<PackingLine> lines = order.items().stream().map(PackingLine::of).toList();
        Shipment shipment = new Shipment(order.orderId(), order.customerId(), ShipmentStatus.WAITING, 0, lines.size());
        return new Packed(shipment, lines);
    }

    /** The shipment of an order that was called off and not heard of yet: for nobody, and with nothing in it. */
    static Packed nothing(String orderId) {
        return new Packed(new Shipment(orderId, null, ShipmentStatus.CANCELLED, 0, 0), List.of());
    }
}
