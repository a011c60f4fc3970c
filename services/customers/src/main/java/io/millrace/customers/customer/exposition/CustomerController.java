package io.millrace.customers.customer.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.millrace.chassis.rest.IfMatch;
import io.millrace.customers.customer.service.Customer;
import io.millrace.customers.customer.service.CustomerDesk;
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

/** Customers over REST. */
@Tag(name = "customers")
@ApiResponse(
        responseCode = "400",
        description = "The request is not well-formed",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The database is away",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Controller("/customers")
class CustomerController {

    private final CustomerDesk desk;

    CustomerController(CustomerDesk desk) {
        this.desk = desk;
    }

    @Put("/{id}")
    @Operation(
            summary = "Register a customer",
            description = "Under an id that the caller chooses, so that sending it twice does no harm.")
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = CustomerView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Was registered before with this very content",
            content = @Content(schema = @Schema(implementation = CustomerView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The id belongs to another customer, or to one who was erased",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> register(
            @Parameter(example = "17850") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Body @Valid CustomerBody body) {
        return Answers.of(desk.register(id, body.name(), body.address().toAddress()));
    }

    @Put("/{id}/name")
    @Operation(summary = "Rename a customer")
    @ApiResponse(
            responseCode = "200",
            description = "The customer has this name",
            content = @Content(schema = @Schema(implementation = CustomerView.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The customer has another version",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "428",
            description = "If-Match is missing",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> rename(
            @Parameter(example = "17850") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "The ETag of the version to change", example = "\"1\"")
                    @Header(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Body @Valid NameBody body) {
        return Answers.of(desk.rename(id, body.name(), IfMatch.required(ifMatch)));
    }

    @Put("/{id}/address")
    @Operation(summary = "Change a customer's address")
    @ApiResponse(
            responseCode = "200",
            description = "The customer has this address",
            content = @Content(schema = @Schema(implementation = CustomerView.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The customer has another version",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "428",
            description = "If-Match is missing",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> moveTo(
            @Parameter(example = "17850") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "The ETag of the version to change", example = "\"1\"")
                    @Header(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Body @Valid AddressBody body) {
        return Answers.of(desk.moveTo(id, body.toAddress(), IfMatch.required(ifMatch)));
    }

    @Delete("/{id}")
    @Operation(
            summary = "Erase a customer",
            description = "Name and address are removed here, and by every service that keeps a copy.")
    @ApiResponse(responseCode = "204", description = "Erased, now or before")
    HttpResponse<?> erase(
            @Parameter(example = "17850") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id,
            @Parameter(description = "The ETag of the version to erase", example = "\"1\"")
                    @Header(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        return Answers.of(desk.erase(id, IfMatch.optional(ifMatch)));
    }

    @Get("/{id}")
    @Operation(summary = "Get a customer")
    @ApiResponse(
            responseCode = "200",
            description = "The customer, with an ETag",
            content = @Content(schema = @Schema(implementation = CustomerView.class)))
    @ApiResponse(
            responseCode = "410",
            description = "The customer was erased",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> get(@Parameter(example = "17850") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String id) {
        return Answers.of(desk.find(id));
    }

    @Get
    @Operation(summary = "List customers", description = "Ordered by id. Erased ones are left out.")
    @ApiResponse(responseCode = "200", description = "A page of customers")
    Page<CustomerView> list(
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        String afterId = Cursor.lastKey(cursor).orElse("");
        return Page.of(desk.list(afterId, limit + 1), limit, Customer::id).map(CustomerView::of);
    }
}
