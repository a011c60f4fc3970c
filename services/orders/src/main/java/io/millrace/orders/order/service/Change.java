package io.millrace.orders.order.service;

import io.millrace.contracts.orders.OrderEvent;

/**
 * An order as it is after an event.
 *
 * @param after with the version that the event leads to
 * @param event what happened
 */
public record Change(Order after, OrderEvent event) {}
