package io.millrace.customers.customer.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A customer to register. */
@Serdeable
@Schema(name = "CustomerToRegister")
record CustomerBody(
        @Schema(example = "Customer 17850", maxLength = 200)
        @Nullable
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String name,

        @Nullable @NotNull @Valid AddressBody address) {}
