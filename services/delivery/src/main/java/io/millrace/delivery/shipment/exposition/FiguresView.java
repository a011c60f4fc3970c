package io.millrace.delivery.shipment.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.rest.MoneyView;
import io.millrace.delivery.shipment.service.ShipmentFigures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The figures as callers see them: of the same shape as those of orders, to be compared. */
@Serdeable
@Schema(name = "ShipmentFigures")
record FiguresView(
        @Schema(description = "Orders with a shipment that is not cancelled", example = "531")
        long orders,

        @Schema(description = "Packing lines of all of them", example = "10178")
        long lines,

        @Schema(description = "What they are worth, a sum for each currency")
        List<MoneyView> revenue,

        @Schema(description = "Different customers they go to", example = "396")
        long customers) {

    static FiguresView of(ShipmentFigures figures) {
        return new FiguresView(
                figures.shipments(),
                figures.lines(),
                figures.values().stream()
                        .map(sum -> MoneyView.of(sum.amount(), sum.currency()))
                        .toList(),
                figures.customers());
    }
}
