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
                    "All that are neither cancelled nor came back; those that came back stand beside. They follow the"
                            + " orders that are confirmed, once every event was handled.")
    FiguresView figures() {
        return FiguresView.of(desk.figures());
    }
}
