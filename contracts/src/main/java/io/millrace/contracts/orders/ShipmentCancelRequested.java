package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** Asks delivery not to send an order. */
@EventContract("orders.fulfilment.shipment_cancel_requested")
public record ShipmentCancelRequested(String orderId) implements FulfilmentEvent {}
