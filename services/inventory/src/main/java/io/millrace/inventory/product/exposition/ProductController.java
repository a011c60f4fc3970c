package io.millrace.inventory.product.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.Ids;
import io.millrace.chassis.rest.IfMatch;
import io.millrace.inventory.product.service.Product;
import io.millrace.inventory.product.service.ProductDesk;
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

/** Products over REST. */
@Tag(name = "products")
@ApiResponse(
        responseCode = "400",
        description = "The request is not well-formed",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "The database is away",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@Controller("/products")
class ProductController {

    private final ProductDesk desk;

    ProductController(ProductDesk desk) {
        this.desk = desk;
    }

    @Put("/{sku}")
    @Operation(
            summary = "List a product",
            description = "From then on it can be ordered. It has no pieces until it is restocked.")
    @ApiResponse(
            responseCode = "201",
            description = "Listed",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Was listed before with this very content, or has it now; 2.5 and 2.50 are the same",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The SKU belongs to a product of another description or price",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> list(
            @Parameter(example = "85123A") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String sku,
            @Body @Valid ProductBody body) {
        return Answers.of(desk.list(sku, body.description(), body.price().toMoney()));
    }

    @Put("/{sku}/price")
    @Operation(summary = "Reprice a product", description = "In the currency that it was listed in.")
    @ApiResponse(
            responseCode = "200",
            description = "The product has this price, now or since before",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such product",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The product is at another version than If-Match says",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The product is priced in another currency",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> reprice(
            @Parameter(example = "85123A") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String sku,
            @Parameter(description = "The ETag of the version to change", example = "\"1\"")
                    @Header(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Body @Valid PriceBody body) {
        return Answers.of(desk.reprice(sku, body.toMoney(), IfMatch.optional(ifMatch)));
    }

    @Put("/{sku}/restocks/{restockId}")
    @Operation(
            summary = "Report that pieces came in",
            description = "Under an id that the caller chooses, a delivery note's number for example, so that what is"
                    + " reported twice counts once.")
    @ApiResponse(
            responseCode = "201",
            description = "They are on hand",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "They were reported before",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such product",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Another quantity came in under this id",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The product would have received more than 2147483647 pieces in all",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> restock(
            @Parameter(example = "85123A") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String sku,
            @Parameter(example = "4711") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String restockId,
            @Body @Valid RestockBody body) {
        return Answers.of(desk.restock(sku, restockId, body.quantity()));
    }

    @Get("/{sku}")
    @Operation(summary = "Get a product with its stock")
    @ApiResponse(
            responseCode = "200",
            description = "The product, with an ETag",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such product",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> get(
            @Parameter(example = "85123A") @Pattern(regexp = Ids.PATTERN, message = Ids.REASON) String sku) {
        return Answers.of(desk.find(sku));
    }

    @Get
    @Operation(summary = "List products", description = "Ordered by SKU.")
    Page<ProductView> list(
            @Parameter(description = "How many at most")
                    @QueryValue(defaultValue = Page.DEFAULT_LIMIT)
                    @Nullable
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    Integer limit,
            @Parameter(description = "The value of next of the page before") @QueryValue @Nullable String cursor) {
        return Page.of(desk.list(Cursor.lastKey(cursor).orElse(""), limit + 1), limit, Product::sku)
                .map(ProductView::of);
    }
}
