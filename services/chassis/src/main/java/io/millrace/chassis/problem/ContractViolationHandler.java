package io.millrace.chassis.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.millrace.chassis.contract.ContractViolationException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 500 with field and rule: the request was good, but this service would have broken its own contract. */
@Singleton
final class ContractViolationHandler implements ExceptionHandler<ContractViolationException, HttpResponse<Problem>> {

    private static final Logger LOG = LoggerFactory.getLogger(ContractViolationHandler.class);

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, ContractViolationException violation) {
        LOG.error("{} {} answered 500: {}", request.getMethod(), request.getPath(), violation.getMessage());
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Nothing was changed, because the event about it would break its contract.")
                .blaming(violation.violations().stream()
                        .map(broken -> new FieldError(broken.field(), broken.rule()))
                        .toList())
                .toResponse(request);
    }
}
