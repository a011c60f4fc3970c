package io.millrace.orders.order.service;

import io.millrace.contracts.Money;

/** An order without its lines, for lists. */
public record OrderSummary(
        String id, long version, OrderStatus status, String customerId, int lineCount, Money total) {}
