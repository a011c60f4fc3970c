package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.PlainText;
import io.millrace.contracts.orders.OrderLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** One position of an order. */
@Serdeable
@Schema(name = "OrderLine")
record LineBody(
        @Schema(description = "What is ordered", example = "85123A")
        @Nullable
        @NotBlank
        @Size(max = 64)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String sku,

        @Schema(description = "What it is, in words", example = "WHITE HANGING HEART T-LIGHT HOLDER")
        @Nullable
        @NotNull
        @Size(max = 500)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String description,

        @Schema(description = "Pieces", example = "6") @Nullable @NotNull @Min(1)
        Integer quantity,

        @Schema(description = "The price of one piece") @Nullable @NotNull @Valid
        PriceBody unitPrice) {

    static LineBody of(OrderLine line) {
        return new LineBody(line.sku(), line.description(), line.quantity(), PriceBody.of(line.unitPrice()));
    }

    OrderLine toLine() {
        return new OrderLine(sku, description, quantity, unitPrice.toMoney());
    }
}
