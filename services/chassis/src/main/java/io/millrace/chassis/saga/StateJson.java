package io.millrace.chassis.saga;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What sagas of one type know, as JSON. */
record StateJson<S>(Class<S> type, ObjectMapper mapper) {

    S read(String json) {
        try {
            return mapper.readValue(json.getBytes(UTF_8), Argument.of(type));
        } catch (IOException e) {
            throw new UncheckedIOException("a saga's state cannot be read as " + type.getSimpleName(), e);
        }
    }

    String write(S state) {
        try {
            return new String(mapper.writeValueAsBytes(state), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a saga's state cannot be written as JSON", e);
        }
    }
}
