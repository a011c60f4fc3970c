package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.millrace.chassis.rest.IfMatch;
import io.millrace.orders.order.service.OrderDesk;
import io.millrace.orders.order.service.OrderQuery;
import io.millrace.orders.order.service.OrderSummary;
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

/** Orders over REST. */
@Tag(name = "orders")
@ApiResponse(
        responseCode = "400",
        description = "The request is not well-formed",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The database is away",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Controller("/orders")
class OrderController {

    private final OrderDesk desk;

    OrderController(OrderDesk desk) {
        this.desk = desk;
    }

    @Put("/{id}")
    @Operation(
            summary = "Place an order",
            description = "Under an id that the caller chooses, so that sending it twice does no harm.")
    @ApiResponse(
            responseCode = "201",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Was placed before with this very content; 2.5 and 2.50 are the same",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The id belongs to another order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The customer is not known here, not yet known, or was erased",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The body, or its text, is too long",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> place(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Body @Valid OrderBody body) {
        return Answers.of(desk.place(id, body.customerId(), body.toLines()));
    }

    @Post("/{id}/cancellation")
    @Operation(summary = "Cancel an order", description = "Cancelling again changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Cancelled, now or before",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The order is at another version than If-Match says",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> cancel(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "The ETag of the version to cancel", example = "\"1\"")
                    @Header(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Body @Valid CancellationBody body) {
        return Answers.of(desk.cancel(id, body.reason(), IfMatch.optional(ifMatch)));
    }

    @Get("/{id}")
    @Operation(summary = "Get an order with its lines")
    @ApiResponse(
            responseCode = "200",
            description = "The order, with an ETag",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> get(@Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id) {
        return Answers.of(desk.find(id));
    }

    @Get
    @Operation(summary = "List orders", description = "Ordered by id, without their lines.")
    Page<OrderSummaryView> list(
            @Parameter(description = "Only those of this customer", example = "17850")
                    @QueryValue
                    @Nullable
                    @Pattern(regexp = Ids.PATTERN, message = Ids.REASON)
                    String customerId,
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        OrderQuery query = new OrderQuery(
                Optional.ofNullable(customerId), Cursor.lastKey(cursor).orElse(""));
        return Page.of(desk.list(query, limit + 1), limit, OrderSummary::id).map(OrderSummaryView::of);
    }
}
