package io.millrace.chassis.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.millrace.chassis.database.Outage;
import io.millrace.chassis.outbox.Cause;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody else knows: 503 while the database is away, else 500. The log has the stack, the caller does not. */
@Singleton
final class UnexpectedExceptionHandler implements ExceptionHandler<Throwable, HttpResponse<Problem>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionHandler.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, Throwable thrown) {
        return Outage.isBehind(thrown) ? unavailable(request, thrown) : defect(request, thrown);
    }

    private static HttpResponse<Problem> unavailable(HttpRequest<?> request, Throwable thrown) {
        LOG.warn(
                "{} {} answered 503, the database is away: {}",
                request.getMethod(),
                request.getPath(),
                thrown.getMessage());
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached now. Try again soon.")
                .toResponse(request)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static HttpResponse<Problem> defect(HttpRequest<?> request, Throwable thrown) {
        String correlationId = Cause.current().correlationId();
        LOG.error(
                "{} {} answered 500, correlation id {}", request.getMethod(), request.getPath(), correlationId, thrown);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something is broken here. The log tells more under correlation id " + correlationId + ".")
                .toResponse(request);
    }
}
