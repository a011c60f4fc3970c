package io.millrace.billing.payment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.billing.payment.service.Payment;
import io.millrace.billing.payment.service.PaymentDesk;
import io.millrace.billing.payment.service.PaymentQuery;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.billing.payment.service.Resolution;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** Payments over REST. They are made by events; here they are looked at, and settled by hand where the provider refuses. */
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
            description =
                    "Breaker and activity are those of the instance that answers; waiting payments are those of all.")
    GatewayView gateway() {
        return GatewayView.of(desk.gateway(), desk.activity(), desk.waiting());
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
                .orElseGet(PaymentController::noPayment);
    }

    @Post("/{orderId}/resolution")
    @Operation(
            summary = "Settle a payment by hand",
            description =
                    "Where the provider refuses to settle it over its API, by what a person saw there. The order goes on as if the"
                            + " provider had said so. The same may be said again.")
    @ApiResponse(
            responseCode = "200",
            description = "It is settled, now or since before",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has asked for money for this order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "The provider has not refused it, or is being asked about it; or what was seen does not fit to where it stands",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> resolve(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String orderId,
            @Body @Valid ResolutionBody body) {
        return switch (desk.resolve(orderId, body.toSeen())) {
            case Resolution.Settled(var payment) -> HttpResponse.ok(PaymentView.of(payment));
            case Resolution.NoPayment() -> noPayment();
            case Resolution.NotStuck(var status) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "The payment is %s, and the provider has not refused it: only what it refused is settled by hand."
                                        .formatted(status))
                        .toResponse();
            case Resolution.DoesNotFit(var status) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "%s cannot become of a payment that is %s.".formatted(body.seen(), status))
                        .toResponse();
        };
    }

    private static HttpResponse<?> noPayment() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no payment for this order.")
                .toResponse();
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
