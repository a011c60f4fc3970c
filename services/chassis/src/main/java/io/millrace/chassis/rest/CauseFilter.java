package io.millrace.chassis.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.millrace.chassis.outbox.Cause;

/** Makes the request the cause of what it leads to, and tells the caller under which correlation id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CauseFilter {

    private static final String ATTRIBUTE = Cause.class.getName();

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        Cause cause = RequestCause.of(request);
        request.setAttribute(ATTRIBUTE, cause);
        context.add(cause);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, @Nullable MutableHttpResponse<?> response) {
        if (response != null) {
            request.getAttribute(ATTRIBUTE, Cause.class)
                    .ifPresent(cause -> response.header(RequestCause.CORRELATION_ID, cause.correlationId()));
        }
    }
}
