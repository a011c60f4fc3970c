package io.millrace.orders.order.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.MoneyView;
import io.millrace.orders.order.service.OrderStatus;
import io.millrace.orders.order.service.OrderSummary;
import io.swagger.v3.oas.annotations.media.Schema;

/** An order as callers see it in lists. */
@Serdeable
@Schema(name = "OrderSummary")
record OrderSummaryView(
        @Schema(example = "536365") String id,

        @Schema(example = "17850") String customerId,

        @Schema(example = "PLACED") OrderStatus status,

        @Schema(description = "How many lines", example = "7")
        int lineCount,

        @Schema(description = "What is to be paid") MoneyView total,

        @Schema(description = "Rises by one with each change", example = "1")
        long version) {

    static OrderSummaryView of(OrderSummary order) {
        return new OrderSummaryView(
                order.id(),
                order.customerId(),
                order.status(),
                order.lineCount(),
                MoneyView.of(order.total()),
                order.version());
    }
}
