package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/**
 * An order is not wanted any more; what was begun is being undone.
 *
 * @param reason why, in the words of who cancels
 */
@EventContract("orders.order.cancellation_requested")
public record OrderCancellationRequested(String orderId, String customerId, String reason) implements OrderEvent {}
