package io.millrace.chassis.eventstore;

import java.time.Instant;

/**
 * An event as it stands in the store.
 *
 * @param version the aggregate's version that it led to
 * @param type for example {@code orders.order.placed}
 * @param schemaVersion the version of the schema that the body was written in
 * @param body JSON
 */
public record PastEvent(
        long version,
        String id,
        String type,
        String schemaVersion,
        Instant time,
        String correlationId,
        String causationId,
        String actor,
        String body) {}
