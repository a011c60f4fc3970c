package io.millrace.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** {@code POST /sandbox/down} and {@code /sandbox/up}: for tests and demonstrations. */
record SandboxSwitches(Switch power) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        try {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "POST /sandbox/down" ->
                    power.turn(
                            Switch.Mode.of(Exchanges.parameter(exchange, "how").orElse("")));
                case "POST /sandbox/up" -> power.turn(Switch.Mode.UP);
                case "GET /sandbox" -> {}
                default -> {
                    Exchanges.send(exchange, Reply.error(404, "invalid_request_error", "unknown_path", "Unknown."));
                    return;
                }
            }
            Exchanges.send(exchange, 200, "{\"mode\":\"%s\"}".formatted(power.mode()));
        } catch (IllegalArgumentException e) {
            Exchanges.send(exchange, Reply.invalid("parameter_invalid", e.getMessage()));
        }
    }
}
