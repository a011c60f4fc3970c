package io.millrace.cli.consumers;

import static io.millrace.cli.FakeRest.answer;

import com.sun.net.httpserver.HttpExchange;
import io.millrace.cli.FakeRest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the REST API of consumers for a service with one of them, whose rebuild takes three looks. */
final class FakeConsumer implements AutoCloseable {

    private static final int LOOKS = 3;
    private static final String CONSUMER = """
            {"name":"delivery-orders","stream":"ORDERS","position":15,"lag":0,"parked":0,"dead":0,"owner":"delivery-1",\
            "rebuild":{"state":"%s","percent":%d,"position":%d}}""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final FakeRest rest = new FakeRest("/messaging/consumers", this::handle);

    String url() {
        return rest.url();
    }

    /** The body of each wish to go on elsewhere. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/messaging/consumers".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (path) {
            case "" -> answer(exchange, 200, "[" + consumer() + "]");
            case "/delivery-orders/reset" -> reset(exchange, body);
            default -> answer(exchange, 200, consumer());
        }
    }

    private String consumer() {
        int percent = Math.min(LOOKS, looks.getAndIncrement()) * 100 / LOOKS;
        return CONSUMER.formatted(percent == 100 ? "DONE" : "RUNNING", percent, percent);
    }

    private void reset(HttpExchange exchange, String body) throws IOException {
        asked.add(body);
        if (body.contains("\"999\"")) {
            refuse(exchange, "This is no place in a stream.", "to", "must be 15 at most, where stream ORDERS ends");
        } else if (body.contains("start") && !body.contains("reactions")) {
            refuse(exchange, "delivery-orders would go back from position 15.", "reactions", "must be SKIP or AGAIN");
        } else {
            answer(exchange, 200, consumer());
        }
    }

    private static void refuse(HttpExchange exchange, String detail, String field, String reason) throws IOException {
        answer(
                exchange,
                400,
                "{\"detail\":\"%s\",\"errors\":[{\"field\":\"%s\",\"reason\":\"%s\"}]}"
                        .formatted(detail, field, reason));
    }

    @Override
    public void close() {
        rest.close();
    }
}
