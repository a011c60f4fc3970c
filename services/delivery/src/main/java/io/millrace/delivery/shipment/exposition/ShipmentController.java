package io.millrace.delivery.shipment.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.millrace.delivery.shipment.service.ShipmentDesk;
import io.millrace.delivery.shipment.service.ShipmentQuery;
import io.millrace.delivery.shipment.service.ShipmentStatus;
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

/** Shipments over REST. */
@Tag(name = "shipments")
@ApiResponse(
        responseCode = "400",
        description = "The request is not well-formed",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The database is away",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Controller("/shipments")
class ShipmentController {

    private final ShipmentDesk desk;

    ShipmentController(ShipmentDesk desk) {
        this.desk = desk;
    }

    @Post("/{id}/dispatch")
    @Operation(
            summary = "Report that a shipment left the house",
            description = "It takes along the name and address that its customer has at this moment. Sending it again"
                    + " changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Dispatched, now or before",
            content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such shipment",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It waits for its customer, was cancelled, or the customer was erased",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> dispatch(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id) {
        return Answers.of(desk.dispatch(id));
    }

    @Post("/{id}/delivery")
    @Operation(
            summary = "Report that a shipment arrived",
            description = "Only one that was dispatched can. Sending it again changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Delivered, now or before",
            content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such shipment",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It was not dispatched, or came back",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> deliver(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id) {
        return Answers.of(desk.deliver(id));
    }

    @Post("/{id}/return")
    @Operation(
            summary = "Report that a shipment came back",
            description = "From its customer or from the way there: only one that was dispatched can. Sending it again"
                    + " changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Returned, now or before",
            content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such shipment",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It is still in the house, or was cancelled",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> takeBack(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id) {
        return Answers.of(desk.takeBack(id));
    }

    @Get("/{id}")
    @Operation(summary = "Get a shipment with its packing lines")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment",
            content = @Content(schema = @Schema(implementation = DetailedShipmentView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such shipment",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> get(@Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id) {
        return desk.find(id)
                .<HttpResponse<?>>map(found -> HttpResponse.ok(DetailedShipmentView.of(found, desk.lines(id))))
                .orElseGet(Answers::unknown);
    }

    @Get
    @Operation(summary = "List shipments", description = "Ordered by id, without their lines.")
    Page<ShipmentView> list(
            @Parameter(description = "Only those that stand there") @QueryValue @Nullable ShipmentStatus status,
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
        ShipmentQuery query = new ShipmentQuery(
                Optional.ofNullable(status),
                Optional.ofNullable(customerId),
                Cursor.lastKey(cursor).orElse(""));
        return Page.of(
                        desk.list(query, limit + 1),
                        limit,
                        found -> found.shipment().id())
                .map(ShipmentView::of);
    }
}
