package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why an order is not wanted any more. */
@Serdeable
@Schema(name = "Cancellation")
record CancellationBody(
        @Schema(description = "In words", example = "Ordered twice by mistake")
        @Nullable
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String reason) {}
