package io.millrace.chassis.idempotency;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** An answer as it was given. */
record GivenAnswer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String mediaType,
        byte[] body) {

    MutableHttpResponse<?> again() {
        MutableHttpResponse<byte[]> answer =
                HttpResponse.<byte[]>status(HttpStatus.valueOf(status)).body(body);
        if (mediaType != null) {
            answer.contentType(mediaType);
        }
        if (location != null) {
            answer.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            answer.header(HttpHeaders.ETAG, etag);
        }
        return answer;
    }
}
