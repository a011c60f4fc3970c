package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.business.saga.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A saga as operators see it. */
@Serdeable
@Schema(name = "Saga")
record SagaView(
        @Schema(example = "fulfilment") String type,

        @Schema(example = "536365") String id,

        Phase phase,

        @Schema(description = "The step that is asked for or undone", example = "payment")
        String step,

        @Schema(description = "How many times the present question was asked")
        int asked,

        @Schema(
                description =
                        "Whether somebody should look: asked four times without an answer, or waiting for a quarter of an hour")
        boolean stuck,

        @Schema(description = "When it asks again or gives up; absent if it waits for ever, or is over") @Nullable
        Instant dueAt,

        Instant startedAt,

        Instant updatedAt) {}
