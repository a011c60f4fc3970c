package io.millrace.orders.order.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.orders.order.service.PastChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Something that happened to an order, as callers see it. */
@Serdeable
@Schema(name = "OrderEvent")
record EventView(
        @Schema(description = "The order's version that it led to", example = "1")
        long version,

        @Schema(description = "The event's id in the stream")
        String id,

        @Schema(example = "orders.order.placed") String type,

        @Schema(description = "The version of the schema that the body was written in", example = "1.1")
        String schemaVersion,

        Instant time,

        String actor,

        @Schema(description = "The event's body, as JSON text")
        String body) {

    static EventView of(PastChange change) {
        return new EventView(
                change.version(),
                change.eventId(),
                change.type(),
                change.schemaVersion(),
                change.time(),
                change.actor(),
                change.body());
    }
}
