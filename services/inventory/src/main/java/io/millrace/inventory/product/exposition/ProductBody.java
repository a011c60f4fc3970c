package io.millrace.inventory.product.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A product to list. */
@Serdeable
@Schema(name = "ProductToList")
record ProductBody(
        @Schema(description = "What it is, in words", example = "WHITE HANGING HEART T-LIGHT HOLDER")
        @Nullable
        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String description,

        @Schema(description = "The price of one piece") @Nullable @NotNull @Valid
        PriceBody price) {}
