package io.millrace.delivery.shipment.exposition;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.millrace.delivery.shipment.service.ShipmentDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** All shipments in four figures. */
@Tag(name = "figures")
@Controller("/shipment-figures")
class FiguresController {

    private final ShipmentDesk desk;

    FiguresController(ShipmentDesk desk) {
        this.desk = desk;
    }

    @Get
    @Operation(
            summary = "Count shipments",
            description =
                    "All that are not cancelled. Equal to the figures of orders once every event was handled, but for"
                            + " orders that were cancelled after dispatch: their shipments stay sent.")
    FiguresView figures() {
        return FiguresView.of(desk.figures());
    }
}
