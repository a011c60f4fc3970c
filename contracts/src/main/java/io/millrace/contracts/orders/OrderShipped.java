package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** An order left the house. */
@EventContract("orders.order.shipped")
public record OrderShipped(String orderId, String customerId) implements OrderEvent {}
