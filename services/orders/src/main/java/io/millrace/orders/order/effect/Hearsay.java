package io.millrace.orders.order.effect;

import io.millrace.chassis.outbox.Cause;
import io.millrace.orders.order.service.OrderCommand;

/** What an order is told, and what led to it. */
record Hearsay(String orderId, OrderCommand command, Cause cause) {}
