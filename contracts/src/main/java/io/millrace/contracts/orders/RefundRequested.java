package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** Asks billing to give back what was taken for an order, or to take nothing. */
@EventContract("orders.fulfilment.refund_requested")
public record RefundRequested(String orderId) implements FulfilmentEvent {}
