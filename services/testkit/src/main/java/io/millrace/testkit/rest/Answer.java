package io.millrace.testkit.rest;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What came back from a call over {@link Rest}. */
public record Answer(HttpResponse<String> response, ObjectMapper json) {

    public int status() {
        return response.statusCode();
    }

    /** The first value of a header, or null. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public String text() {
        return response.body();
    }

    /** The body read as JSON. */
    public JsonNode body() {
        try {
            return json.readValue(response.body(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    /** The first field to blame, and why, with a blank between them. Null if no field is to blame. */
    public String blame() {
        JsonNode errors = body().get("errors");
        return errors == null
                ? null
                : errors.get(0).get("field").getStringValue() + " "
                        + errors.get(0).get("reason").getStringValue();
    }
}
