package io.millrace.chassis.problem;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a request was refused, as RFC 9457 writes it. A controller answers a refusal that the business knows with
 * {@code Problem.of(HttpStatus.CONFLICT, "…").toResponse()}.
 *
 * @param type {@code about:blank}: the status says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail one sentence for the person who reads it
 * @param instance the path that was asked for
 * @param errors the fields to blame, or null where none is
 */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    /** A problem of the given status, with no field to blame. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail, null, null);
    }

    /** The same problem, with one more field to blame. */
    public Problem blaming(String field, String reason) {
        return blaming(List.of(new FieldError(field, reason)));
    }

    /** The same problem, with more fields to blame. */
    public Problem blaming(List<FieldError> fields) {
        List<FieldError> all = errors == null
                ? fields
                : Stream.concat(errors.stream(), fields.stream()).toList();
        return new Problem(type, title, status, detail, instance, all);
    }

    /** The answer to the request that this thread is working on. */
    public MutableHttpResponse<Problem> toResponse() {
        return ServerRequestContext.currentRequest().map(this::toResponse).orElseGet(this::response);
    }

    /** The answer to a request. */
    public MutableHttpResponse<Problem> toResponse(HttpRequest<?> request) {
        return at(request).response();
    }

    Problem at(HttpRequest<?> request) {
        return new Problem(type, title, status, detail, request.getUri().getRawPath(), errors);
    }

    private MutableHttpResponse<Problem> response() {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(status))
                .body(this)
                .contentType(MEDIA_TYPE);
    }
}
