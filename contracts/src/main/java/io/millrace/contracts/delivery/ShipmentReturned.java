package io.millrace.contracts.delivery;

import io.millrace.contracts.EventContract;

/** A shipment came back. */
@EventContract("delivery.shipment.returned")
public record ShipmentReturned(String shipmentId, String orderId, String customerId) implements ShipmentEvent {}
