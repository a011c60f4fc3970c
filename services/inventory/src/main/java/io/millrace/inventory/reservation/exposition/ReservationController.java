package io.millrace.inventory.reservation.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.millrace.inventory.reservation.service.ReservationDesk;
import io.millrace.inventory.reservation.service.ReservationQuery;
import io.millrace.inventory.reservation.service.ReservationStatus;
import io.millrace.inventory.reservation.service.ReservationSummary;
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

/** Reservations over REST, to look at. */
@Tag(name = "reservations")
@ApiResponse(
        responseCode = "400",
        description = "The request is not well-formed",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The database is away",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Controller("/reservations")
class ReservationController {

    private final ReservationDesk desk;

    ReservationController(ReservationDesk desk) {
        this.desk = desk;
    }

    @Get("/{orderId}")
    @Operation(summary = "Get what is kept for an order, or why nothing is")
    @ApiResponse(
            responseCode = "200",
            description = "The reservation",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Nothing was asked for this order, or not yet",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> get(
            @Parameter(example = "536365") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String orderId) {
        return desk.find(orderId)
                .<HttpResponse<?>>map(found -> HttpResponse.ok(ReservationView.of(found)))
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "There is no reservation for an order with this id.")
                        .toResponse());
    }

    @Get
    @Operation(summary = "List reservations", description = "Ordered by the order's id, without their lines.")
    Page<ReservationSummaryView> list(
            @Parameter(description = "Only those that stand there") @QueryValue @Nullable ReservationStatus status,
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        ReservationQuery query = new ReservationQuery(
                Optional.ofNullable(status), Cursor.lastKey(cursor).orElse(""));
        return Page.of(desk.list(query, limit + 1), limit, ReservationSummary::orderId)
                .map(ReservationSummaryView::of);
    }
}
