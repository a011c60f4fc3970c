package io.millrace.chassis.operations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.consumer.ConsumerDesk.Reactions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Where a consumer goes on, and the word that this is meant. */
@Serdeable
record ResetBody(
        @Schema(
                description = "start, end, a sequence of the stream behind which it goes on, or a time (RFC 3339)",
                example = "end")
        @NotNull
        String to,

        @Schema(description = "The consumer's name once more: events may be passed over or handled again") @NotNull
        String confirm,

        @Schema(description = "Where it goes back: whether reactions that happened are skipped, or happen again")
        @Nullable
        Reactions reactions) {}
