package io.millrace.chassis.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.contracts.TraceContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a request's headers what it is part of. Trace headers that are not well-formed are left out. */
final class RequestCause {

    static final String CORRELATION_ID = "X-Correlation-Id";

    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private RequestCause() {}

    static Cause of(HttpRequest<?> request) {
        String requestId = UuidCreator.getTimeOrderedEpoch().toString();
        TraceContext trace =
                TraceContext.read(name -> request.getHeaders().findFirst(name).orElse(null));
        return new Cause(
                correlationId(request.getHeaders()).orElse(requestId),
                requestId,
                Cause.ANONYMOUS,
                trace.parent(),
                trace.state());
    }

    private static Optional<String> correlationId(HttpHeaders headers) {
        Optional<String> given = headers.findFirst(CORRELATION_ID);
        if (given.isPresent() && !CORRELATION.matcher(given.get()).matches()) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The correlation id cannot be used.")
                    .blaming(CORRELATION_ID, "must be 1 to 128 letters, digits or _ . : -"));
        }
        return given;
    }
}
