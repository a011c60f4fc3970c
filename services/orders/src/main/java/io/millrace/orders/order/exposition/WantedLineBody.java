package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.Ids;
import io.millrace.chassis.rest.PlainText;
import io.millrace.orders.order.service.WantedLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** One position of an order to place. */
@Serdeable
@Schema(name = "LineToOrder")
record WantedLineBody(
        @Schema(description = "A product of inventory", example = "85123A")
        @Nullable
        @NotNull
        @Pattern(regexp = Ids.PATTERN, message = Ids.REASON)
        String sku,

        @Schema(
                description = "What it is, in other words than the product's",
                example = "WHITE HANGING HEART T-LIGHT HOLDER")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.REASON)
        String description,

        @Schema(description = "Pieces", example = "6") @Nullable @NotNull @Min(1)
        Integer quantity,

        @Schema(description = "An agreed price of one piece; left out, it is the product's") @Nullable @Valid
        PriceBody unitPrice) {

    WantedLine toLine() {
        return new WantedLine(
                sku,
                Optional.ofNullable(description),
                quantity,
                Optional.ofNullable(unitPrice).map(PriceBody::toMoney));
    }
}
