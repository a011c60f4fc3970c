package io.millrace.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP/1.1 with connections kept alive. Each request is tried once; safe for use by many threads. */
public final class RestClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final Duration timeout;

    /** @param timeout how long one request may take, the connection included */
    public RestClient(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** @throws IOException nothing answered, or not in time */
    public Answer get(URI uri) throws IOException {
        return send("GET", uri, BodyPublishers.noBody());
    }

    /** @throws IOException nothing answered, or not in time: the request may have been carried out */
    public Answer put(URI uri, JsonNode body) throws IOException {
        return send("PUT", uri, BodyPublishers.ofString(body.toString()));
    }

    /** @throws IOException nothing answered, or not in time: the request may have been carried out */
    public Answer post(URI uri, JsonNode body) throws IOException {
        return send("POST", uri, BodyPublishers.ofString(body.toString()));
    }

    /**
     * Any request.
     *
     * @param body a missing node for none
     * @param ifMatch the entity tag to change with its quotes, empty for none
     * @throws IOException nothing answered, or not in time: the request may have been carried out
     */
    public Answer send(String method, URI uri, JsonNode body, String ifMatch) throws IOException {
        BodyPublisher publisher =
                body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = request(method, uri, publisher);
        return send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
    }

    private Answer send(String method, URI uri, BodyPublisher body) throws IOException {
        return send(request(method, uri, body));
    }

    private HttpRequest.Builder request(String method, URI uri, BodyPublisher body) {
        return HttpRequest.newBuilder(uri)
                .method(method, body)
                .timeout(timeout)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder unfinished) throws IOException {
        HttpRequest request = unfinished.build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    parsed(response.body()),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException(request.method() + " " + request.uri()).initCause(interrupted);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
