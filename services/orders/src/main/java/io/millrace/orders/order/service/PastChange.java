package io.millrace.orders.order.service;

import java.time.Instant;

/**
 * Something that happened to an order.
 *
 * @param version the one that it led to
 * @param type for example {@code orders.order.placed}
 * @param body JSON
 */
public record PastChange(
        long version, String eventId, String type, String schemaVersion, Instant time, String actor, String body) {}
