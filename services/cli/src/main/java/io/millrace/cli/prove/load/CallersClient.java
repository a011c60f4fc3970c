package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.cli.rest.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * JSON over HTTP/1.1 for callers who each have a thread and wait. On a machine that callers share with what they call, each
 * request counts: {@link HttpURLConnection} takes about a quarter of what the newer client of the JDK does.
 */
final class CallersClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ERROR = 400;

    static {
        // Idle connections that are kept for each address; read once, by the first request.
        System.setProperty("http.maxConnections", "64");
    }

    private final int timeoutMillis;

    CallersClient(Duration timeout) {
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /**
     * Any request.
     *
     * @param body a missing node for none
     * @param ifMatch the entity tag to change with its quotes, empty for none
     * @throws IOException nothing answered, or not in time: the request may have been carried out
     */
    Answer send(String method, URI uri, JsonNode body, String ifMatch) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json, application/problem+json");
        if (!ifMatch.isEmpty()) {
            connection.setRequestProperty("If-Match", ifMatch);
        }
        if (!body.isMissingNode()) {
            write(connection, body.toString().getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        String tag = connection.getHeaderField("ETag");
        return new Answer(status, read(connection, status), tag == null ? "" : tag);
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    /** Read to its end, so that the connection can be used again. */
    private static JsonNode read(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status >= ERROR ? connection.getErrorStream() : connection.getInputStream()) {
            byte[] text = in == null ? new byte[0] : in.readAllBytes();
            return text.length == 0 ? MissingNode.getInstance() : JSON.readTree(text);
        }
    }
}
