package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** An order came back and its money was given back. */
@EventContract("orders.order.returned")
public record OrderReturned(String orderId, String customerId) implements OrderEvent {}
