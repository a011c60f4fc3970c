package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/**
 * An order cannot be fulfilled. Nothing is kept and no money is held for it.
 *
 * @param reason sold_out, payment_declined, undeliverable, stock_timed_out, payment_timed_out or another word in snake_case
 * @param detail the same for people
 */
@EventContract("orders.order.rejected")
public record OrderRejected(String orderId, String customerId, String reason, String detail) implements OrderEvent {}
