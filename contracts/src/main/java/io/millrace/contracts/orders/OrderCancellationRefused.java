package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** An order should have been cancelled, but was on its way already. */
@EventContract("orders.order.cancellation_refused")
public record OrderCancellationRefused(String orderId, String customerId) implements OrderEvent {}
