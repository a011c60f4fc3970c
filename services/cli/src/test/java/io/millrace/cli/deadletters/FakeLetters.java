package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.cli.FakeRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** Speaks the REST API of dead letters for a service that has so many of them, and remembers what it was asked. */
final class FakeLetters implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 200;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final long count;

    FakeLetters(long count) {
        this.count = count;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/messaging/dead-letters", this::handle);
        server.start();
    }

    /** Method, path with query, and body of each request. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Makes a state folder that says that this JVM runs these services. */
    static void runFile(Path folder, FakeLetters... services) throws IOException {
        ObjectNode run = JSON.createObjectNode().put("nats", "none").put("database", "none");
        run.putObject("runner")
                .put("pid", ProcessHandle.current().pid())
                .put(
                        "started",
                        ProcessHandle.current()
                                .info()
                                .startInstant()
                                .orElse(Instant.EPOCH)
                                .toString());
        ArrayNode list = run.putArray("services");
        for (int i = 0; i < services.length; i++) {
            list.addObject()
                    .put("name", "service-" + (i + 1))
                    .put("url", services[i].url().toString())
                    .putObject("process")
                    .put("pid", 1);
        }
        Files.writeString(folder.resolve("run.json"), run.toString());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + uri + " " + body).strip());
        String path = uri.getPath().substring("/messaging/dead-letters".length());
        switch (path) {
            case "" -> answer(exchange, 200, page(uri.getQuery()));
            case "/redrive", "/discard" -> answer(exchange, 200, changed((ObjectNode) JSON.readTree(body)));
            case "/actions" -> answer(exchange, 200, actions());
            case "/consumer/1" -> answer(exchange, 200, whole());
            default -> answer(exchange, 404, JSON.createObjectNode().put("detail", "Nothing is parked there."));
        }
    }

    private ObjectNode page(String query) {
        long behind = query.contains("cursor=") ? Long.parseLong(query.replaceFirst(".*cursor=(\\d+).*", "$1")) : 0;
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        LongStream.rangeClosed(behind + 1, Math.min(count, behind + PAGE))
                .forEach(position -> items.add(letter(position)));
        if (behind + PAGE < count) {
            page.put("next", Long.toString(behind + PAGE));
        }
        return page;
    }

    private static ObjectNode letter(long position) {
        return JSON.createObjectNode()
                .put("consumer", "consumer")
                .put("stream", "ORDERS")
                .put("position", position)
                .put("aggregate", "order." + position)
                .put("type", "orders.order.placed")
                .put("attempts", 8)
                .put("waiting", 3)
                .put("state", "DEAD")
                .put("lastFailure", "2026-01-31T08:00:00.123456Z")
                .put("reason", "no room\nat all");
    }

    private static ObjectNode whole() {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("letter", letter(1));
        whole.putObject("headers").put("ce-type", "orders.order.placed");
        whole.put("body", "{\"orderId\":\"1\"}").put("base64", false).put("stack", "at Things.java");
        whole.putArray("actions").add(action());
        return whole;
    }

    private static ObjectNode actions() {
        ObjectNode page = JSON.createObjectNode();
        page.putArray("items").add(action());
        return page;
    }

    private static ObjectNode action() {
        return JSON.createObjectNode()
                .put("at", "2026-01-31T09:00:00.5Z")
                .put("actor", "anonymous")
                .put("action", "REDRIVE")
                .put("consumer", "consumer")
                .put("position", 1)
                .put("subject", "evt.orders.order.1.placed")
                .put("reason", "ana: there is room again");
    }

    private ObjectNode changed(ObjectNode asked) {
        boolean dryRun = asked.path("dryRun").asBoolean();
        return JSON.createObjectNode()
                .put("matched", count)
                .put("changed", dryRun ? 0 : Math.min(count, asked.path("limit").asLong()))
                .put("dryRun", dryRun);
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        FakeRest.answer(exchange, status, json.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
