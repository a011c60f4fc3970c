package io.millrace.contracts.delivery;

import io.millrace.contracts.EventContract;

/** A shipment arrived. */
@EventContract("delivery.shipment.delivered")
public record ShipmentDelivered(String shipmentId, String orderId, String customerId) implements ShipmentEvent {}
