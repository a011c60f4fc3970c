package io.millrace.inventory.product.exposition;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.EntityTag;
import io.millrace.inventory.product.service.Listing;
import io.millrace.inventory.product.service.Product;
import io.millrace.inventory.product.service.Repricing;
import io.millrace.inventory.product.service.Restocking;
import io.millrace.inventory.product.service.Stock;
import java.util.Optional;

/** What the business says, in HTTP. */
final class Answers {

    private Answers() {}

    static HttpResponse<?> of(Listing listing) {
        return switch (listing) {
            case Listing.Listed(Product product) ->
                view(HttpStatus.CREATED, product).header(HttpHeaders.LOCATION, "/products/" + product.sku());
            case Listing.AlreadyListed(Product product) -> view(HttpStatus.OK, product);
            case Listing.SkuTaken(Product there) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "A product of another description or price is listed under this SKU. Its description"
                                        + " stays; to change its price, PUT /products/" + there.sku() + "/price.")
                        .toResponse();
        };
    }

    static HttpResponse<?> of(Repricing repricing) {
        return switch (repricing) {
            case Repricing.Done(Product product) -> view(HttpStatus.OK, product);
            case Repricing.OtherCurrency(String expected) ->
                Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "A product keeps its currency.")
                        .blaming("currency", "must be " + expected + ", as the product was listed")
                        .toResponse();
            case Repricing.OtherVersion(long current) ->
                Problem.of(HttpStatus.PRECONDITION_FAILED, "The product has changed since.")
                        .blaming(HttpHeaders.IF_MATCH, "must name the current version, " + EntityTag.of(current))
                        .toResponse();
            case Repricing.Unknown() -> unknown();
        };
    }

    static HttpResponse<?> of(Restocking restocking) {
        return switch (restocking) {
            case Restocking.Restocked(Product product) -> view(HttpStatus.CREATED, product);
            case Restocking.AlreadyRestocked(Product product) -> view(HttpStatus.OK, product);
            case Restocking.IdTaken(int quantity) ->
                Problem.of(HttpStatus.CONFLICT, "Another quantity came in under this id.")
                        .blaming("quantity", "must be " + quantity + ", as it was under this id")
                        .toResponse();
            case Restocking.TooMany(long room) ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                "No product can receive more than " + Stock.MOST + " pieces in all.")
                        .blaming("quantity", room == 0 ? "is too much: no more can come" : "must be at most " + room)
                        .toResponse();
            case Restocking.Unknown() -> unknown();
        };
    }

    static HttpResponse<?> of(Optional<Product> found) {
        return found.<HttpResponse<?>>map(product -> view(HttpStatus.OK, product))
                .orElseGet(Answers::unknown);
    }

    private static MutableHttpResponse<ProductView> view(HttpStatus status, Product product) {
        return HttpResponse.<ProductView>status(status)
                .body(ProductView.of(product))
                .header(HttpHeaders.ETAG, EntityTag.of(product.version()));
    }

    private static HttpResponse<Problem> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "There is no product with this SKU.")
                .toResponse();
    }
}
