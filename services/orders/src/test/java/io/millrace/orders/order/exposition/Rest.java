package io.millrace.orders.order.exposition;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the service over HTTP, as its callers do. */
@Singleton
final class Rest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedServer server;
    private final ObjectMapper json;

    Rest(EmbeddedServer server, ObjectMapper json) {
        this.server = server;
        this.json = json;
    }

    /** @param headers names and values in turn */
    Answer call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURI() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .expectContinue(body != null && body.length() > 100_000);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()), json);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    Answer put(String path, String body, String... headers) {
        return call("PUT", path, body, headers);
    }

    Answer post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    /** What came back. */
    record Answer(HttpResponse<String> response, ObjectMapper json) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String text() {
            return response.body();
        }

        JsonNode body() {
            try {
                return json.readValue(response.body(), JsonNode.class);
            } catch (IOException e) {
                throw new UncheckedIOException(response.body(), e);
            }
        }

        /** The one field to blame, and why. */
        String blame() {
            JsonNode errors = body().get("errors");
            return errors == null
                    ? null
                    : errors.get(0).get("field").getStringValue() + " "
                            + errors.get(0).get("reason").getStringValue();
        }
    }
}
