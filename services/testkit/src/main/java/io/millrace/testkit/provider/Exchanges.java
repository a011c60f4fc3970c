package io.millrace.testkit.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.millrace.contracts.json.StrictJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said and read over HTTP. */
final class Exchanges {

    private Exchanges() {}

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        send(exchange, reply.status(), new String(StrictJson.write(reply.body()), UTF_8));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The value of a query parameter. */
    static Optional<String> parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst();
    }
}
