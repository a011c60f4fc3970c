package io.millrace.inventory.reservation.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.contracts.Pieces;
import io.swagger.v3.oas.annotations.media.Schema;

/** Pieces of a product. */
@Serdeable
@Schema(name = "Pieces")
record PiecesView(
        @Schema(example = "85123A") String sku,

        @Schema(example = "6") int quantity) {

    static PiecesView of(Pieces pieces) {
        return new PiecesView(pieces.sku(), pieces.quantity());
    }
}
