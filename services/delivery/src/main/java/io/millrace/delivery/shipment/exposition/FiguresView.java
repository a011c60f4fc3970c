package io.millrace.delivery.shipment.exposition;

import io.micronaut.serde.annotation.Serdeable;
import io.millrace.delivery.shipment.service.ShipmentFigures;
import io.swagger.v3.oas.annotations.media.Schema;

/** The figures as callers see them, named as those of orders, to be compared. What orders cost is not known here. */
@Serdeable
@Schema(name = "ShipmentFigures")
record FiguresView(
        @Schema(description = "Orders with a shipment that is neither cancelled nor came back", example = "531")
        long orders,

        @Schema(description = "Packing lines of all of them", example = "10178")
        long lines,

        @Schema(description = "Different customers they go to", example = "396")
        long customers,

        @Schema(description = "Orders whose shipment came back", example = "12")
        long returned) {

    static FiguresView of(ShipmentFigures figures) {
        return new FiguresView(figures.shipments(), figures.lines(), figures.customers(), figures.returned());
    }
}
