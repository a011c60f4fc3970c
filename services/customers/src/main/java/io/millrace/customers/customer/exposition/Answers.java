package io.millrace.customers.customer.exposition;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.rest.EntityTag;
import io.millrace.customers.customer.service.Alteration;
import io.millrace.customers.customer.service.Customer;
import io.millrace.customers.customer.service.Customer.Active;
import io.millrace.customers.customer.service.Customer.Erased;
import io.millrace.customers.customer.service.Erasure;
import io.millrace.customers.customer.service.Registration;
import java.util.Optional;

/** What the business says, in HTTP. */
final class Answers {

    private Answers() {}

    static HttpResponse<?> of(Registration registration) {
        return switch (registration) {
            case Registration.Registered(Active customer) ->
                view(HttpStatus.CREATED, customer).header(HttpHeaders.LOCATION, "/customers/" + customer.id());
            case Registration.AlreadyRegistered(Active customer) -> view(HttpStatus.OK, customer);
            case Registration.IdTaken() ->
                problem(HttpStatus.CONFLICT, "Another customer is registered under this id.");
            case Registration.IdErased() ->
                problem(HttpStatus.CONFLICT, "The customer with this id was erased, and the id is not used again.");
        };
    }

    static HttpResponse<?> of(Alteration alteration) {
        return switch (alteration) {
            case Alteration.Done(Active customer) -> view(HttpStatus.OK, customer);
            case Alteration.OtherVersion(long current) -> otherVersion(current);
            case Alteration.Unknown() -> unknown();
            case Alteration.Gone() -> problem(HttpStatus.CONFLICT, "The customer was erased.");
        };
    }

    static HttpResponse<?> of(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Done() -> HttpResponse.noContent();
            case Erasure.OtherVersion(long current) -> otherVersion(current);
            case Erasure.Unknown() -> unknown();
        };
    }

    static HttpResponse<?> of(Optional<Customer> found) {
        return switch (found.orElse(null)) {
            case Active customer -> view(HttpStatus.OK, customer);
            case Erased _ -> problem(HttpStatus.GONE, "The customer was erased.");
            case null -> unknown();
        };
    }

    private static MutableHttpResponse<CustomerView> view(HttpStatus status, Active customer) {
        return HttpResponse.<CustomerView>status(status)
                .body(CustomerView.of(customer))
                .header(HttpHeaders.ETAG, EntityTag.of(customer.version()));
    }

    private static HttpResponse<Problem> unknown() {
        return problem(HttpStatus.NOT_FOUND, "There is no customer with this id.");
    }

    private static HttpResponse<Problem> otherVersion(long current) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "The customer has changed since.")
                .blaming(HttpHeaders.IF_MATCH, "must name the current version, " + EntityTag.of(current))
                .toResponse();
    }

    private static HttpResponse<Problem> problem(HttpStatus status, String detail) {
        return Problem.of(status, detail).toResponse();
    }
}
