package io.millrace.testkit.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import io.millrace.testkit.provider.Ledger.Decision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everything below {@code /v1}. */
final class ProviderApi implements HttpHandler {

    private static final int ERRORS = 3;

    private final Ledger ledger;
    private final Switch power;
    private final Duration slow;
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();

    ProviderApi(Ledger ledger, Switch power, Duration slow) {
        this.ledger = ledger;
        this.power = power;
        this.slow = slow;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            switch (power.mode()) {
                case UP -> serve(exchange, body);
                case UNAVAILABLE ->
                    Exchanges.send(exchange, Reply.error(503, "api_error", "unavailable", "Down for maintenance."));
                case HANG -> {
                    power.awaitTurn();
                    exchange.close();
                }
                case REFUSE -> exchange.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void serve(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        if (key == null || !key.startsWith("Bearer sk_test_")) {
            Exchanges.send(
                    exchange, Reply.error(401, "authentication_error", "invalid_api_key", "Give a key sk_test_…"));
            return;
        }
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /v1/totals" ->
                Exchanges.send(exchange, Reply.ok(ledger.totals().json()));
            case "GET /v1/charges" ->
                Exchanges.send(exchange, Reply.ok(list(ledger.charges(Exchanges.parameter(exchange, "order")))));
            case "GET /v1/refunds" -> Exchanges.send(exchange, Reply.ok(list(ledger.refunds())));
            case "POST /v1/charges", "POST /v1/refunds" -> move(exchange, body);
            default -> Exchanges.send(exchange, Reply.error(404, "invalid_request_error", "unknown_path", "Unknown."));
        }
    }

    private static ObjectNode list(List<ObjectNode> all) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = list.putArray("data");
        all.forEach(data::add);
        return list;
    }

    private void move(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || key.isBlank()) {
            Exchanges.send(exchange, Reply.invalid("idempotency_key_missing", "Send an Idempotency-Key."));
            return;
        }
        JsonNode request;
        try {
            request = StrictJson.read(body);
        } catch (InvalidJsonException e) {
            Exchanges.send(exchange, Reply.invalid("parameter_invalid", "The body " + e.getMessage()));
            return;
        }
        if (exchange.getRequestURI().getPath().endsWith("/refunds")) {
            Exchanges.send(
                    exchange,
                    ledger.refund(key, request.path("charge").asText()).reply());
        } else {
            charge(exchange, key, Charge.of(request));
        }
    }

    /** What was decided for a key before stays so, whatever would be asked of a charge today. */
    private void charge(HttpExchange exchange, String key, Charge charge) throws IOException, InterruptedException {
        if (!ledger.knows(key) && !charge.isComplete()) {
            Exchanges.send(
                    exchange,
                    Reply.invalid(
                            "parameter_invalid",
                            "Send amount, currency and source, and no amount finer than the currency has coins for."));
            return;
        }
        switch (SandboxCard.of(charge.source()).orElse(SandboxCard.APPROVE)) {
            case ERROR -> {
                if (!ledger.knows(key) && errors.merge(key, 1, Integer::sum) <= ERRORS) {
                    Exchanges.send(exchange, Reply.error(500, "api_error", "internal", "Something went wrong."));
                } else {
                    Exchanges.send(exchange, ledger.charge(key, charge).reply());
                }
            }
            case SLOW -> {
                Decision decision = ledger.charge(key, charge);
                Thread.sleep(slow);
                Exchanges.send(exchange, decision.reply());
            }
            case FORGET -> {
                Decision decision = ledger.charge(key, charge);
                if (!decision.repeated()) {
                    power.awaitTurn();
                }
                Exchanges.send(exchange, decision.reply());
            }
            case TWICE -> {
                Decision decision = ledger.charge(key, charge);
                String answer = new String(StrictJson.write(decision.reply().body()), UTF_8);
                Exchanges.send(
                        exchange,
                        decision.reply().status(),
                        decision.repeated() ? answer : answer + answer + "\r\nHTTP/1.1 rubbish\r\n");
            }
            case APPROVE, DECLINE, INSUFFICIENT_FUNDS, EXPIRED ->
                Exchanges.send(exchange, ledger.charge(key, charge).reply());
        }
    }
}
