package io.millrace.inventory.product.exposition;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.millrace.inventory.product.service.ProductDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** All pieces in a few figures. */
@Tag(name = "figures")
@Controller("/stock-figures")
class FiguresController {

    private final ProductDesk desk;

    FiguresController(ProductDesk desk) {
        this.desk = desk;
    }

    @Get
    @Operation(summary = "Count pieces", description = "Of all products together, at one moment.")
    FiguresView figures() {
        return FiguresView.of(desk.figures());
    }
}
