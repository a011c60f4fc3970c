package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** An order arrived. */
@EventContract("orders.order.delivered")
public record OrderDelivered(String orderId, String customerId) implements OrderEvent {}
