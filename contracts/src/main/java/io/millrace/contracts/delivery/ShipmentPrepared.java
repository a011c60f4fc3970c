package io.millrace.contracts.delivery;

import io.millrace.contracts.EventContract;

/** An order can be sent: its lines and the address of its customer are known. */
@EventContract("delivery.shipment.prepared")
public record ShipmentPrepared(String shipmentId, String orderId, String customerId) implements ShipmentEvent {}
