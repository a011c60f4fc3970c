package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.Ids;
import io.millrace.orders.order.service.PlaceOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An order to place. */
@Serdeable
@Schema(name = "OrderToPlace")
record OrderBody(
        @Schema(description = "Must be known here from the events of customers", example = "17850")
        @Nullable
        @NotNull
        @Pattern(regexp = Ids.PATTERN, message = Ids.REASON)
        String customerId,

        @Schema(description = "What the payment provider knows the card by", example = "tok_approve")
        @Nullable
        @NotNull
        @Pattern(regexp = Ids.PATTERN, message = Ids.REASON)
        String cardToken,

        @Schema(description = "All in one currency") @Nullable @NotNull @Size(min = 1, max = 1000)
        List<@NotNull @Valid WantedLineBody> lines) {

    PlaceOrder toCommand(String id) {
        return new PlaceOrder(
                id, customerId, lines.stream().map(WantedLineBody::toLine).toList(), cardToken);
    }
}
