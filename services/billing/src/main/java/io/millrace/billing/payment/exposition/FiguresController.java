package io.millrace.billing.payment.exposition;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.millrace.billing.payment.service.PaymentDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** All payments in a few figures. */
@Tag(name = "figures")
@Controller("/payment-figures")
class FiguresController {

    private final PaymentDesk desk;

    FiguresController(PaymentDesk desk) {
        this.desk = desk;
    }

    @Get
    @Operation(
            summary = "Count payments",
            description = "Equal to the totals of the payment provider once every payment is settled.")
    FiguresView figures() {
        return FiguresView.of(desk.figures());
    }
}
