package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.MoneyView;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An order as callers see it. */
@Serdeable
@Schema(name = "Order")
record OrderView(
        @Schema(example = "536365") String id,

        @Schema(example = "17850") String customerId,

        @Schema(example = "PLACED") OrderStatus status,

        List<LineView> lines,

        @Schema(
                description =
                        "What is to be paid: the sum of quantity times unit price over all lines, rounded once to the smallest"
                                + " amount of the currency")
        MoneyView total,

        @Schema(description = "Why it came to nothing; absent otherwise", example = "sold_out") @Nullable
        String reason,

        @Schema(description = "The same in words; absent otherwise", example = "85123A: 2 of 6 are there") @Nullable
        String detail,

        @Schema(description = "Rises by one with each change; the ETag is this number in quotes", example = "1")
        long version) {

    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.customerId(),
                order.status(),
                order.lines().stream().map(LineView::of).toList(),
                MoneyView.of(order.total()),
                order.reason(),
                order.detail(),
                order.version());
    }
}
