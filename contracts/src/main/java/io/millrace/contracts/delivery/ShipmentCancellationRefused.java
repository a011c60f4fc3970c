package io.millrace.contracts.delivery;

import io.millrace.contracts.EventContract;

/** A shipment should not have been sent, but had left the house. */
@EventContract("delivery.shipment.cancellation_refused")
public record ShipmentCancellationRefused(String shipmentId, String orderId, String customerId)
        implements ShipmentEvent {}
