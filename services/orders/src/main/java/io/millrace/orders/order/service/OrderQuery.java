package io.millrace.orders.order.service;

import java.util.Optional;

/**
 * Which orders to list.
 *
 * @param customerId who placed them, or empty for all
 * @param status where they stand, or empty for all
 * @param afterId the id to go on behind; the first id comes after the empty string
 */
public record OrderQuery(Optional<String> customerId, Optional<OrderStatus> status, String afterId) {}
