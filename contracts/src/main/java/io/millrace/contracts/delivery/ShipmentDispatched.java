package io.millrace.contracts.delivery;

import io.millrace.contracts.EventContract;

/** A shipment left the house. */
@EventContract("delivery.shipment.dispatched")
public record ShipmentDispatched(String shipmentId, String orderId, String customerId) implements ShipmentEvent {}
