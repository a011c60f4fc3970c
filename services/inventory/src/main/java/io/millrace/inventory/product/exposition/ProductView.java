package io.millrace.inventory.product.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.MoneyView;
import io.millrace.inventory.product.service.Product;
import io.millrace.inventory.product.service.Stock;
import io.swagger.v3.oas.annotations.media.Schema;

/** A product as callers see it. */
@Serdeable
@Schema(name = "Product")
record ProductView(
        @Schema(example = "85123A") String sku,

        @Schema(example = "WHITE HANGING HEART T-LIGHT HOLDER")
        String description,

        @Schema(description = "The price of one piece") MoneyView price,

        @Schema(
                description = "All pieces that ever came: those on hand, held and shipped, less those returned",
                example = "100")
        long received,

        @Schema(description = "Pieces that can be had", example = "90")
        long onHand,

        @Schema(description = "Pieces kept for orders", example = "6")
        long held,

        @Schema(description = "Pieces that left the house, whether or not they came back", example = "6")
        long shipped,

        @Schema(description = "Pieces that came back", example = "2")
        long returned,

        @Schema(
                description =
                        "Rises by one when the product is repriced or restocked, not when pieces are kept for orders;"
                                + " the ETag is this number in quotes",
                example = "2")
        long version) {

    static ProductView of(Product product) {
        Stock stock = product.stock();
        return new ProductView(
                product.sku(),
                product.description(),
                MoneyView.of(product.price()),
                stock.received(),
                stock.onHand(),
                stock.held(),
                stock.shipped(),
                stock.returned(),
                product.version());
    }
}
