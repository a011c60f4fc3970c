package io.millrace.inventory.reservation.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.inventory.Missing;
import io.swagger.v3.oas.annotations.media.Schema;

/** A product of which there were too few pieces. */
@Serdeable
@Schema(name = "Missing")
record MissingView(
        @Schema(example = "85123A") String sku,

        @Schema(description = "What the order wanted, all its lines together", example = "6")
        long wanted,

        @Schema(description = "What could have been had then. Absent if there was no such product", example = "2")
        @Nullable
        Long available) {

    static MissingView of(Missing missing) {
        return new MissingView(missing.sku(), missing.wanted(), missing.available());
    }
}
