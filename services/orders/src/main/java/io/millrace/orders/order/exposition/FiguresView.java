package io.millrace.orders.order.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.MoneyView;
import io.millrace.orders.order.service.OrderFigures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The figures as callers see them: of the same shape as those of delivery, to be compared. */
@Serdeable
@Schema(name = "OrderFigures")
record FiguresView(
        @Schema(description = "Orders that are not cancelled, rejected or returned", example = "531")
        long orders,

        @Schema(description = "Lines of all of them", example = "10178")
        long lines,

        @Schema(description = "What they add up to, a sum for each currency")
        List<MoneyView> revenue,

        @Schema(description = "Different customers who placed them", example = "396")
        long customers) {

    static FiguresView of(OrderFigures figures) {
        return new FiguresView(
                figures.orders(),
                figures.lines(),
                figures.revenue().stream()
                        .map(sum -> MoneyView.of(sum.amount(), sum.currency()))
                        .toList(),
                figures.customers());
    }
}
