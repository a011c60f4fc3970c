package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.chassis.command.CommandBus;
import io.millrace.chassis.idempotency.Idempotency;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.millrace.chassis.rest.IfMatch;
import io.millrace.orders.order.service.CancelOrder;
import io.millrace.orders.order.service.OrderDesk;
import io.millrace.orders.order.service.OrderQuery;
import io.millrace.orders.order.service.OrderStatus;
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

    private static final String KEY = "Sent again with this key, the request has the same answer and does nothing more";

    private final CommandBus commands;
    private final OrderDesk desk;
    private final Idempotency idempotency;

    OrderController(CommandBus commands, OrderDesk desk, Idempotency idempotency) {
        this.commands = commands;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @Post
    @Operation(
            summary = "Place an order",
            description = "Under a new id. Send an Idempotency-Key, so that sending it twice does no harm.")
    @ApiResponse(
            responseCode = "202",
            description = "Placed. Whether it can be had and paid for, the order will tell",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Customer or product is not known here, or the key was used for another request",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> place(
            HttpRequest<?> request,
            @Parameter(description = KEY) @Header(Idempotency.HEADER) @Nullable String key,
            @Body @Valid OrderBody body) {
        return idempotency.once(request, body, () -> place(Ids.next(), body));
    }

    @Put("/{id}")
    @Operation(
            summary = "Place an order",
            description = "Under an id that the caller chooses, so that sending it twice does no harm.")
    @ApiResponse(
            responseCode = "202",
            description = "Placed. Whether it can be had and paid for, the order will tell",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "200",
            description =
                    "Was placed before with this very content, whatever became of it since; 2.5 and 2.50 are the same",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The id belongs to another order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Customer or product is not known here, or not yet, or the customer was erased",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The body, or its text, is too long",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> place(
            HttpRequest<?> request,
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = KEY) @Header(Idempotency.HEADER) @Nullable String key,
            @Body @Valid OrderBody body) {
        return idempotency.once(request, body, () -> place(id, body));
    }

    private HttpResponse<?> place(String id, OrderBody body) {
        return Answers.of(commands.send(body.toCommand(id)));
    }

    @Post("/{id}/cancellation")
    @Operation(
            summary = "Cancel an order",
            description = "What was done for it is undone. Cancelling again changes nothing.")
    @ApiResponse(
            responseCode = "202",
            description = "Being cancelled. Whether that succeeds, the order will tell",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It was sent already, or came to nothing",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Cancelled before",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such order",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The order is at another version than If-Match says",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The Idempotency-Key was used for another request",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> cancel(
            HttpRequest<?> request,
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "The ETag of the version to cancel", example = "\"1\"")
                    @Header(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(description = KEY) @Header(Idempotency.HEADER) @Nullable String key,
            @Body @Valid CancellationBody body) {
        return idempotency.once(
                request,
                body,
                () -> Answers.of(commands.send(new CancelOrder(id, body.reason(), IfMatch.optional(ifMatch)))));
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
    HttpResponse<?> get(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "As it was at this version") @QueryValue @Nullable @Min(1) Long version,
            @Parameter(description = "As it was at this time", example = "2026-01-31T10:00:00Z") @QueryValue @Nullable
                    String at) {
        return version == null && at == null
                ? Answers.of(desk.find(id))
                : Answers.ofPast(History.find(desk, id, version, at));
    }

    @Get("/{id}/events")
    @Operation(summary = "List what happened to an order", description = "From the first event on.")
    HttpResponse<?> events(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        return History.page(desk, id, limit, cursor);
    }

    @Get
    @Operation(summary = "List orders", description = "Ordered by id, without their lines. A moment behind.")
    Page<OrderSummaryView> list(
            @Parameter(description = "Only those of this customer", example = "17850")
                    @QueryValue
                    @Nullable
                    @Pattern(regexp = Ids.PATTERN, message = Ids.REASON)
                    String customerId,
            @Parameter(description = "Only those that stand there") @QueryValue @Nullable OrderStatus status,
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        OrderQuery query = new OrderQuery(
                Optional.ofNullable(customerId),
                Optional.ofNullable(status),
                Cursor.lastKey(cursor).orElse(""));
        return Page.of(desk.list(query, limit + 1), limit, OrderSummary::id).map(OrderSummaryView::of);
    }
}
