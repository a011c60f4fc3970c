package io.millrace.contracts.delivery;

import io.millrace.contracts.EventContract;

/** A shipment is not sent, because its order was cancelled, or its customer erased. */
@EventContract("delivery.shipment.cancelled")
public record ShipmentCancelled(String shipmentId, String orderId, String customerId) implements ShipmentEvent {}
