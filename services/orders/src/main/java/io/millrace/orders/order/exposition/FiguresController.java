package io.millrace.orders.order.exposition;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.millrace.orders.order.service.OrderDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** All orders in four figures. */
@Tag(name = "figures")
@Controller("/order-figures")
class FiguresController {

    private final OrderDesk desk;

    FiguresController(OrderDesk desk) {
        this.desk = desk;
    }

    @Get
    @Operation(
            summary = "Count orders",
            description = "All that are not cancelled, rejected or returned. A moment behind.")
    FiguresView figures() {
        return FiguresView.of(desk.figures());
    }
}
