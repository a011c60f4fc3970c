package io.millrace.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.cli.rest.ShopUrls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An HTTP server that speaks the REST API of all services, and can be as troublesome as real ones. */
public final class FakeShop implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> customers = new ConcurrentSkipListMap<>();
    private final Map<String, JsonNode> products = new ConcurrentSkipListMap<>();
    private final Map<String, JsonNode> restocks = new ConcurrentSkipListMap<>();
    private final Map<String, JsonNode> orders = new ConcurrentSkipListMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger lag = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final int port;
    private HttpServer server;

    public FakeShop() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    public ShopUrls urls() {
        return new ShopUrls(url(), url(), url(), url(), url());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Map<String, JsonNode> customers() {
        return customers;
    }

    public Map<String, JsonNode> products() {
        return products;
    }

    /** What came in, by product and id with a slash between them. */
    public Map<String, JsonNode> restocks() {
        return restocks;
    }

    public Map<String, JsonNode> orders() {
        return orders;
    }

    /** The next requests that would change something get a 503. */
    public void fail(int requests) {
        failures.set(requests);
    }

    /** The next looks at the messaging show that a consumer lags. */
    public void lag(int looks) {
        lag.set(looks);
    }

    /** So many more orders have no shipment yet; one gets its shipment at each look. */
    public void underWay(int more) {
        underWay.set(more);
    }

    public void erase(String customer) {
        erased.add(customer);
    }

    /** Refuses connections until {@link #comeBack}. */
    public void goAway() {
        server.stop(0);
    }

    public void comeBack() {
        server = listen(port);
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::handle);
            made.start();
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        boolean put = exchange.getRequestMethod().equals("PUT");
        if (put && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, problem("the database is away", "", ""));
            return;
        }
        switch (path[1]) {
            case "customers" -> customer(exchange, path[2], body, put);
            case "products" -> product(exchange, path, body);
            case "orders" -> order(exchange, path[2], body);
            case "order-figures" -> answer(exchange, 200, figures());
            case "shipment-figures" -> answer(exchange, 200, shipments());
            case "payment-figures" -> answer(exchange, 200, payments());
            case "messaging" -> messaging(exchange, path, body);
            default -> answer(exchange, 200, JSON.createObjectNode());
        }
    }

    private void customer(HttpExchange exchange, String id, JsonNode body, boolean put) throws IOException {
        if (!put) {
            answer(exchange, erased.contains(id) ? 410 : 200, JSON.createObjectNode());
        } else if (erased.contains(id)) {
            answer(exchange, 409, problem("customer was erased", "", ""));
        } else {
            store(exchange, customers, id, body);
        }
    }

    private void product(HttpExchange exchange, String[] path, JsonNode body) throws IOException {
        if (path.length == 3) {
            store(exchange, products, path[2], body);
        } else if (body.path("quantity").canConvertToInt()) {
            store(exchange, restocks, path[2] + "/" + path[4], body);
        } else {
            answer(exchange, 400, problem("The request does not say what it must.", "quantity", "is too much"));
        }
    }

    /** An order is taken at the third attempt only: before, the copies of its customer and product have not come yet. */
    private void order(HttpExchange exchange, String id, JsonNode body) throws IOException {
        String customer = body.path("customerId").asText();
        String sku = body.at("/lines/0/sku").asText();
        if (!customers.containsKey(customer) || known.add(customer)) {
            answer(exchange, 422, problem("The customer is not known", "customerId", "is not known"));
        } else if (!products.containsKey(sku) || known.add(sku)) {
            answer(exchange, 422, problem("The product is not known", "lines[0].sku", "is not known"));
        } else {
            store(exchange, orders, id, body, 202);
        }
    }

    private void store(HttpExchange exchange, Map<String, JsonNode> map, String id, JsonNode body) throws IOException {
        store(exchange, map, id, body, 201);
    }

    private void store(HttpExchange exchange, Map<String, JsonNode> map, String id, JsonNode body, int stored)
            throws IOException {
        JsonNode before = map.putIfAbsent(id, body);
        if (before == null) {
            answer(exchange, stored, body);
        } else if (before.equals(body)) {
            answer(exchange, 200, body);
        } else {
            answer(exchange, 409, problem(id + " is there with other content", "", ""));
        }
    }

    private ObjectNode shipments() {
        ObjectNode json = figures();
        return json.put("orders", json.path("orders").asInt() - underWay.getAndUpdate(left -> Math.max(0, left - 1)));
    }

    private ObjectNode payments() {
        ObjectNode json = JSON.createObjectNode();
        json.putObject("states").put("CAPTURED", orders.size());
        json.set("captured", figures().path("revenue"));
        json.putArray("refunded");
        return json;
    }

    private ObjectNode figures() {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        orders.values()
                .forEach(order -> order.path("lines")
                        .forEach(line -> revenue.merge(
                                line.at("/unitPrice/currency").asText(),
                                new BigDecimal(line.at("/unitPrice/amount").asText())
                                        .multiply(new BigDecimal(
                                                line.path("quantity").asInt())),
                                BigDecimal::add)));
        ObjectNode json = JSON.createObjectNode()
                .put("orders", orders.size())
                .put(
                        "lines",
                        orders.values().stream()
                                .mapToInt(order -> order.path("lines").size())
                                .sum())
                .put(
                        "customers",
                        orders.values().stream()
                                .map(order -> order.path("customerId").asText())
                                .collect(Collectors.toSet())
                                .size());
        ArrayNode list = json.putArray("revenue");
        revenue.forEach((currency, amount) ->
                list.addObject().put("amount", amount.toPlainString()).put("currency", currency));
        return json;
    }

    /** Two events of those that it has sent are missing. */
    private void messaging(HttpExchange exchange, String[] path, JsonNode body) throws IOException {
        if (path.length == 2) {
            answer(exchange, 200, messaging());
        } else if (path[3].equals("adopt")) {
            answer(exchange, 200, adopted(body.path("dryRun").asBoolean()));
        } else if (body.path("since").asText().equals("yesterday")) {
            answer(exchange, 400, problem("The request does not say what it must.", "since", "must be a time"));
        } else {
            ObjectNode json = JSON.createObjectNode()
                    .put("dryRun", body.path("dryRun").asBoolean())
                    .put("streamEndsAt", 975)
                    .put("count", 2)
                    .put("givenUp", 0);
            json.putObject("first").put("id", "event-1").put("sequence", 976);
            json.putObject("last").put("id", "event-2").put("sequence", 977);
            answer(exchange, 200, json);
        }
    }

    /** By hand somebody has published an event in the service's name, and a message that is none. */
    private static ObjectNode adopted(boolean dryRun) {
        return JSON.createObjectNode()
                .put("dryRun", dryRun)
                .put("knownUpTo", 975)
                .put("streamEndsAt", 977)
                .put("unknown", 1)
                .put("foreign", 1)
                .put("dropped", dryRun ? 0 : 1);
    }

    private ObjectNode messaging() {
        int behind = lag.getAndUpdate(left -> Math.max(0, left - 1));
        ObjectNode json = JSON.createObjectNode().put("service", "delivery").put("nats", "connected");
        json.putObject("outbox")
                .put("backlog", 0)
                .put("leader", true)
                .put("mode", "atomic")
                .put("state", "idle");
        json.putArray("consumers")
                .addObject()
                .put("name", "delivery-orders")
                .put("stream", "ORDERS")
                .put("position", orders.size())
                .put("lag", behind)
                .put("state", behind == 0 ? "live" : "catching up");
        return json;
    }

    private static ObjectNode problem(String detail, String field, String reason) {
        ObjectNode problem = JSON.createObjectNode().put("detail", detail);
        if (!field.isEmpty()) {
            problem.putArray("errors").addObject().put("field", field).put("reason", reason);
        }
        return problem;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        FakeRest.answer(exchange, status, json.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
