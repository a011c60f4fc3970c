package io.millrace.customers.customer.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a customer is called from now on. */
@Serdeable
@Schema(name = "Name")
record NameBody(
        @Schema(example = "Customer 17850 (formerly Smith)")
        @Nullable
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String name) {}
