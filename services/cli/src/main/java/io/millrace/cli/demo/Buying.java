package io.millrace.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The steps that buy something while everything works. */
final class Buying {

    static final String ORDER = "demo-order";

    private static final int FEW = 10;

    private Buying() {}

    static String stock(Stage stage) throws IOException {
        JsonNode product = stage.stockProduct();
        return "inventory has %d pieces of %s at %s"
                .formatted(product.path("onHand").asInt(), Stage.PRODUCT, money(product.path("price")));
    }

    static String register(Stage stage) throws IOException {
        return "customers took %s as version %s"
                .formatted(Stage.CUSTOMER, stage.registerCustomer().etag());
    }

    static String order(Stage stage) throws InterruptedException {
        Answer placed = stage.placeFirstOrder(ORDER);
        return "orders knows customer and product from events and took %s: %d, %s"
                .formatted(ORDER, placed.status(), placed.body().path("status").asText());
    }

    static String watch(Stage stage) throws InterruptedException {
        JsonNode order = stage.order(ORDER, "CONFIRMED");
        JsonNode shipment = stage.shipment(stage.shop().urls().delivery(), ORDER, "PREPARED");
        stage.payment(ORDER, "CAPTURED");
        return "inventory kept its pieces, billing took %s, delivery prepared it for %s in %s"
                .formatted(
                        money(order.path("total")),
                        shipment.at("/recipient/name").asText("the customer"),
                        shipment.at("/recipient/address/city").asText("Millbrook"));
    }

    static String wantTooMuch(Stage stage) throws IOException, InterruptedException {
        String id = "demo-sold-out";
        stage.placeOrder(id, 2 * Stage.STOCK, Stage.GOOD_CARD);
        JsonNode order = stage.order(id, "REJECTED");
        if (stage.rest().get(stage.shop().urls().payment(id)).status() != HttpURLConnection.HTTP_NOT_FOUND) {
            throw new CommandFailure("billing was asked for money for " + id);
        }
        return "it is REJECTED (%s), and billing was never asked for money"
                .formatted(order.path("detail").asText());
    }

    static String payWithBadCard(Stage stage) throws IOException, InterruptedException {
        String id = "demo-declined";
        JsonNode before = stage.product();
        stage.placeOrder(id, FEW, "tok_decline");
        JsonNode order = stage.order(id, "REJECTED");
        return "it is REJECTED (%s, %s), and its %d pieces are free again: %d on hand"
                .formatted(
                        order.path("reason").asText(),
                        order.path("detail").asText(),
                        FEW,
                        sameStock(stage, before).path("onHand").asInt());
    }

    static String cancel(Stage stage) throws IOException, InterruptedException {
        String id = "demo-cancelled";
        URI delivery = stage.shop().urls().delivery();
        JsonNode before = stage.product();
        stage.placeOrder(id, FEW, Stage.GOOD_CARD);
        stage.shipment(delivery, id, "PREPARED");
        stage.cancel(id);
        JsonNode order = stage.order(id, "CANCELLED");
        stage.shipment(delivery, id, "CANCELLED");
        stage.payment(id, "REFUNDED");
        return "it is CANCELLED, its shipment too, %s went back to the card, and %d pieces are on hand"
                .formatted(
                        money(order.path("total")),
                        sameStock(stage, before).path("onHand").asInt());
    }

    /** What is undone is undone before the order says so. */
    private static JsonNode sameStock(Stage stage, JsonNode before) throws IOException {
        JsonNode now = stage.product();
        if (now.path("onHand").asInt() != before.path("onHand").asInt()) {
            throw new CommandFailure("%d pieces are on hand, and not the %d of before"
                    .formatted(now.path("onHand").asInt(), before.path("onHand").asInt()));
        }
        return now;
    }

    private static String money(JsonNode money) {
        return money.path("amount").asText() + " " + money.path("currency").asText();
    }
}
