package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.Ids;
import io.millrace.contracts.orders.OrderLine;
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

        @Schema(description = "All in one currency") @Nullable @NotNull @Size(min = 1, max = 1000)
        List<@NotNull @Valid LineBody> lines) {

    List<OrderLine> toLines() {
        return lines.stream().map(LineBody::toLine).toList();
    }
}
