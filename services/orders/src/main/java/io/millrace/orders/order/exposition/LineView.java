package io.millrace.orders.order.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.MoneyView;
import io.millrace.contracts.orders.OrderLine;
import io.swagger.v3.oas.annotations.media.Schema;

/** One position of an order as callers see it. */
@Serdeable
@Schema(name = "OrderLine")
record LineView(
        @Schema(description = "What was ordered", example = "85123A")
        String sku,

        @Schema(description = "What it is, in words", example = "WHITE HANGING HEART T-LIGHT HOLDER")
        String description,

        @Schema(description = "Pieces", example = "6") int quantity,

        @Schema(description = "The price of one piece") MoneyView unitPrice) {

    static LineView of(OrderLine line) {
        return new LineView(line.sku(), line.description(), line.quantity(), MoneyView.of(line.unitPrice()));
    }
}
