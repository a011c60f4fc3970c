package io.millrace.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.rest.Settling;
import io.millrace.cli.rest.Settling.Settled;
import io.millrace.cli.rest.ShipmentFigures;
import io.millrace.cli.shop.Shop;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** What the steps do and see: everything through REST, as a front end would. */
record Stage(Shop shop, RestClient rest, Await await) {

    static final String CUSTOMER = "demo-customer";
    static final String PRODUCT = "85123A";
    static final int STOCK = 1000;
    static final String GOOD_CARD = "tok_approve";

    private static final int PIECES = 6;

    Answer registerCustomer() throws IOException {
        ObjectNode customer = JsonNodeFactory.instance.objectNode().put("name", "Customer of the demo");
        customer.putObject("address").put("city", "Millbrook").put("country", "United Kingdom");
        return required(rest.put(shop.urls().customer(CUSTOMER), customer));
    }

    /** Lists the product and brings its pieces in; returns it as it is then. */
    JsonNode stockProduct() throws IOException {
        ObjectNode product =
                JsonNodeFactory.instance.objectNode().put("description", "WHITE HANGING HEART T-LIGHT HOLDER");
        product.putObject("price").put("amount", "2.55").put("currency", "GBP");
        required(rest.put(shop.urls().product(PRODUCT), product));
        ObjectNode restock = JsonNodeFactory.instance.objectNode().put("quantity", STOCK);
        return required(rest.put(shop.urls().restock(PRODUCT, "demo"), restock)).body();
    }

    /** The product with its stock. */
    JsonNode product() throws IOException {
        return required(rest.get(shop.urls().product(PRODUCT))).body();
    }

    /** Places an order that must be taken at once. */
    Answer placeOrder(String id) throws IOException {
        return placeOrder(id, PIECES, GOOD_CARD);
    }

    Answer placeOrder(String id, int pieces, String card) throws IOException {
        return required(rest.put(shop.urls().order(id), wanted(pieces, card)));
    }

    /** Places an order as soon as the copies of customer and product have arrived at orders. */
    Answer placeFirstOrder(String id) throws InterruptedException {
        return await.until(
                "order " + id,
                () -> Optional.of(rest.put(shop.urls().order(id), wanted(PIECES, GOOD_CARD)))
                        .filter(Answer::succeeded));
    }

    Answer cancel(String id) throws IOException {
        URI cancellation = URI.create(shop.urls().order(id) + "/cancellation");
        return required(
                rest.post(cancellation, JsonNodeFactory.instance.objectNode().put("reason", "Not wanted")));
    }

    /** Waits until an order stands there. */
    JsonNode order(String id, String status) throws InterruptedException {
        return seen("order %s as %s".formatted(id, status), shop.urls().order(id), status);
    }

    /** Waits until the payment of an order stands there. */
    JsonNode payment(String order, String status) throws InterruptedException {
        return seen(
                "the payment of %s as %s".formatted(order, status), shop.urls().payment(order), status);
    }

    /** Waits until the shipment of an order stands there. */
    JsonNode shipment(URI service, String order, String status) throws InterruptedException {
        return seen(
                "the shipment of order %s as %s".formatted(order, status),
                service.resolve("/shipments/" + order),
                status);
    }

    private JsonNode seen(String what, URI uri, String status) throws InterruptedException {
        return await.until(
                what,
                () -> Optional.of(rest.get(uri).body())
                        .filter(body -> body.path("status").asText().equals(status)));
    }

    /** Waits until everything has come to its end everywhere, and returns what orders counts. */
    Figures settled() throws InterruptedException {
        Settled settled = new Settling(rest, shop.urls(), await.clock()).await(await.limit());
        if (!settled.complete()) {
            throw new CommandFailure("not everything arrived everywhere: " + settled.trouble());
        }
        return settled.orders();
    }

    /** Waits until a service for shipments counts what orders counts, and has handled every event. */
    ShipmentFigures sameFigures(URI service) throws InterruptedException {
        return await.until("every order's shipment at " + service, () -> {
            Figures orders =
                    Figures.of(required(rest.get(shop.urls().orderFigures())).body());
            ShipmentFigures there = ShipmentFigures.of(
                    required(rest.get(service.resolve("/shipment-figures"))).body());
            return Optional.of(there)
                    .filter(_ -> there.agreesWith(orders))
                    .filter(_ ->
                            messaging(service).filter(MessagingState::upToDate).isPresent());
        });
    }

    Optional<MessagingState> messaging(URI service) {
        try {
            return Optional.of(rest.get(MessagingState.of(service)))
                    .filter(Answer::succeeded)
                    .map(answer -> MessagingState.of(answer.body()));
        } catch (IOException notAnswering) {
            return Optional.empty();
        }
    }

    private static Answer required(Answer answer) {
        if (answer.status() >= HttpURLConnection.HTTP_BAD_REQUEST) {
            throw new CommandFailure("a service answered %d: %s".formatted(answer.status(), answer.problem()));
        }
        return answer;
    }

    private static ObjectNode wanted(int pieces, String card) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("customerId", CUSTOMER)
                .put("cardToken", card);
        order.putArray("lines").addObject().put("sku", PRODUCT).put("quantity", pieces);
        return order;
    }
}
