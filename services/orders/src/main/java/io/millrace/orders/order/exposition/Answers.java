package io.millrace.orders.order.exposition;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.EntityTag;
import io.millrace.orders.order.service.Cancellation;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.Placement;
import io.millrace.orders.order.service.Pricing;
import java.util.Locale;
import java.util.Optional;

/** What the business says, in HTTP. */
final class Answers {

    private static final String NO_ORDER = "There is no order with this id.";
    private static final String RETRY_AFTER_SECONDS = "1";

    private Answers() {}

    static HttpResponse<?> of(Placement placement) {
        return switch (placement) {
            case Placement.Placed(Order order) ->
                view(HttpStatus.ACCEPTED, order).header(HttpHeaders.LOCATION, "/orders/" + order.id());
            case Placement.AlreadyPlaced(Order order) -> view(HttpStatus.OK, order);
            case Placement.IdTaken() ->
                Problem.of(HttpStatus.CONFLICT, "Another order was placed under this id.")
                        .toResponse();
            case Placement.UnknownCustomer() ->
                inAMoment(
                        noCustomer(
                                "is not known to orders; a customer who has just been registered is known in a moment, so try again"));
            case Placement.ErasedCustomer() -> noCustomer("is a customer who was erased");
            case Placement.NotPriced(Pricing.UnknownProduct why) ->
                inAMoment(refusal(why).toResponse());
            case Placement.NotPriced(Pricing.Refusal why) -> refusal(why).toResponse();
        };
    }

    static HttpResponse<?> of(Cancellation cancellation) {
        return switch (cancellation) {
            case Cancellation.Begun(Order order) ->
                view(HttpStatus.ACCEPTED, order).header(HttpHeaders.LOCATION, "/orders/" + order.id());
            case Cancellation.Done(Order order) -> view(HttpStatus.OK, order);
            case Cancellation.TooLate(Order order) -> tooLate(order);
            case Cancellation.BeingRejected _ ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "The order comes to nothing already: what was done for it is being undone.")
                        .toResponse();
            case Cancellation.OtherVersion(long current) -> otherVersion(current);
            case Cancellation.Unknown() -> inAMoment(missing(NO_ORDER));
        };
    }

    static HttpResponse<?> of(Optional<Order> found) {
        return of(found, NO_ORDER);
    }

    static HttpResponse<?> ofPast(Optional<Order> found) {
        return of(found, "There is no order with this id, or it was not there at that version or time.");
    }

    private static HttpResponse<?> of(Optional<Order> found, String otherwise) {
        return found.<HttpResponse<?>>map(order -> view(HttpStatus.OK, order)).orElseGet(() -> missing(otherwise));
    }

    private static MutableHttpResponse<OrderView> view(HttpStatus status, Order order) {
        return HttpResponse.<OrderView>status(status)
                .body(OrderView.of(order))
                .header(HttpHeaders.ETAG, EntityTag.of(order.version()));
    }

    /** Not to be remembered as the answer to that request. */
    private static HttpResponse<?> inAMoment(MutableHttpResponse<Problem> refusal) {
        return refusal.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static MutableHttpResponse<Problem> noCustomer(String reason) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "This customer cannot place an order.")
                .blaming("customerId", reason)
                .toResponse();
    }

    private static Problem refusal(Pricing.Refusal why) {
        return switch (why) {
            case Pricing.UnknownProduct(int line) ->
                Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "This product cannot be ordered.")
                        .blaming(
                                "lines[" + line + "].sku",
                                "is not known to orders; a product that has just been listed is known in a moment, so try again");
            case Pricing.OtherCurrency(int line, String expected) ->
                Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "A price must be in the currency of its product.")
                        .blaming("lines[" + line + "].unitPrice.currency", "must be " + expected);
            case Pricing.MixedCurrencies(int line, String expected) ->
                Problem.of(HttpStatus.BAD_REQUEST, "An order must be in one currency.")
                        .blaming("lines[" + line + "]", "must cost " + expected + ", as the lines before");
            case Pricing.TooExpensive() ->
                Problem.of(HttpStatus.BAD_REQUEST, "No order can be worth that much.")
                        .blaming("lines", "must add up to an amount with at most 15 digits before the point");
            case Pricing.NoSuchCurrency(String currency) ->
                Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "These products cannot be paid.")
                        .blaming(
                                "lines", "must cost a currency of ISO 4217 in which one can pay, and cost " + currency);
            case Pricing.NothingToPay() ->
                Problem.of(HttpStatus.BAD_REQUEST, "The order is worth less than can be paid.")
                        .blaming("lines", "must add up to more than rounds to nothing in their currency");
            case Pricing.TooMuchText() ->
                Problem.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The order has more text than an event can carry.")
                        .blaming("lines", "must have at most 750000 bytes of descriptions and SKUs together");
        };
    }

    private static HttpResponse<Problem> tooLate(Order order) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "The order is %s and cannot be cancelled any more."
                                .formatted(order.status().name().toLowerCase(Locale.ROOT)))
                .toResponse();
    }

    private static MutableHttpResponse<Problem> missing(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, detail).toResponse();
    }

    private static HttpResponse<Problem> otherVersion(long current) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "The order has changed since.")
                .blaming(HttpHeaders.IF_MATCH, "must name the current version, " + EntityTag.of(current))
                .toResponse();
    }
}
