package io.millrace.inventory.product.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Pieces that came in. */
@Serdeable
@Schema(name = "Restock")
record RestockBody(
        @Schema(description = "How many came", example = "100") @Nullable @NotNull @Min(1)
        Integer quantity) {}
