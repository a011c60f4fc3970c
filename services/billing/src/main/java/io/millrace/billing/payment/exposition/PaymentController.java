package io.millrace.billing.payment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentDesk;
import io.millrace.billing.payment.service.PaymentQuery;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** Payments over REST. They are made by events, and only looked at here. */
@Tag(name = "payments")
@ApiResponse(
        responseCode = "400",
        description = "The request is not well-formed",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The database is away",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Controller("/payments")
class PaymentController {

    private final PaymentDesk desk;

    PaymentController(PaymentDesk desk) {
        this.desk = desk;
    }

    @Get("/gateway")
    @Operation(
            summary = "See how it is with the payment provider",
            description = "The breaker is that of the instance that answers; waiting payments are those of all.")
    GatewayView gateway() {
        return GatewayView.of(desk.gateway(), desk.waiting());
    }

    @Get("/{orderId}")
    @Operation(summary = "Get the payment of an order")
    @ApiResponse(
            responseCode = "200",
            description = "The payment",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has asked for money for this order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> get(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String orderId) {
        return desk.find(orderId)
                .<HttpResponse<?>>map(found -> HttpResponse.ok(PaymentView.of(found)))
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no payment for this order.")
                        .toResponse());
    }

    @Get
    @Operation(summary = "List payments", description = "Ordered by order.")
    Page<PaymentView> list(
            @Parameter(description = "Only those that stand there") @QueryValue @Nullable PaymentStatus status,
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        PaymentQuery query = new PaymentQuery(
                Optional.ofNullable(status), Cursor.lastKey(cursor).orElse(""));
        return Page.of(desk.list(query, limit + 1), limit, Payment::orderId).map(PaymentView::of);
    }
}
