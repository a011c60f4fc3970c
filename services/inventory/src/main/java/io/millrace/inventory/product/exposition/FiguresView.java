package io.millrace.inventory.product.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.inventory.product.service.StockFigures;
import io.swagger.v3.oas.annotations.media.Schema;

/** The figures as callers see them. */
@Serdeable
@Schema(name = "StockFigures")
record FiguresView(
        @Schema(description = "How many products are listed", example = "2813")
        long products,

        @Schema(description = "Pieces of all products that ever came", example = "281300")
        long received,

        @Schema(description = "Pieces that can be had", example = "270000")
        long onHand,

        @Schema(description = "Pieces kept for orders", example = "1300")
        long held,

        @Schema(description = "Pieces that left the house, whether or not they came back", example = "10100")
        long shipped,

        @Schema(description = "Pieces that came back", example = "100")
        long returned,

        @Schema(description = "Whether received = onHand + held + shipped - returned", example = "true")
        boolean balanced) {

    static FiguresView of(StockFigures figures) {
        return new FiguresView(
                figures.products(),
                figures.received(),
                figures.onHand(),
                figures.held(),
                figures.shipped(),
                figures.returned(),
                figures.isBalanced());
    }
}
