package io.millrace.orders.order.service;

import io.millrace.chassis.business.command.Command;
import java.util.function.LongPredicate;

/**
 * Somebody does not want an order any more.
 *
 * @param expected which versions they agree to cancel
 */
public record CancelOrder(String id, String reason, LongPredicate expected) implements Command<Cancellation> {}
