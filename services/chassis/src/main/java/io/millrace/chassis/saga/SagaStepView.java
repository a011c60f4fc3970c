package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Something that happened to a saga. */
@Serdeable
@Schema(name = "SagaStep")
record SagaStepView(
        int number,

        @Schema(example = "payment") String step,

        @Schema(example = "ASKED") String what,

        @Schema(description = "The event that asked or answered", example = "orders.fulfilment.payment_requested")
        @Nullable
        String eventType,

        @Nullable String eventId,

        Instant at) {}
