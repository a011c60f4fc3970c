package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** An order is not wanted any more. */
@EventContract("orders.order.cancelled")
public record OrderCancelled(String orderId, String customerId, String reason) implements OrderEvent {}
