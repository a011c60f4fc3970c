package io.millrace.chassis.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a request's headers what it is part of. Trace headers that are not well-formed are left out. */
final class RequestCause {

    static final String CORRELATION_ID = "X-Correlation-Id";

    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern TRACESTATE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    private RequestCause() {}

    static Cause of(HttpRequest<?> request) {
        String requestId = UuidCreator.getTimeOrderedEpoch().toString();
        Optional<String> traceparent = wellFormed(request, "traceparent", TRACEPARENT);
        return new Cause(
                correlationId(request.getHeaders()).orElse(requestId),
                requestId,
                Cause.ANONYMOUS,
                traceparent,
                traceparent.flatMap(_ -> wellFormed(request, "tracestate", TRACESTATE)));
    }

    private static Optional<String> correlationId(HttpHeaders headers) {
        Optional<String> given = headers.findFirst(CORRELATION_ID);
        if (given.isPresent() && !CORRELATION.matcher(given.get()).matches()) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The correlation id cannot be used.")
                    .blaming(CORRELATION_ID, "must be 1 to 128 letters, digits or _ . : -"));
        }
        return given;
    }

    private static Optional<String> wellFormed(HttpRequest<?> request, String header, Pattern pattern) {
        return request.getHeaders()
                .findFirst(header)
                .filter(value -> pattern.matcher(value).matches());
    }
}
