package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;
import java.util.List;
import java.util.regex.Pattern;

/** What callers ask of orders. */
final class OrderRequests {

    /** What a caller can do about an order. */
    enum Standing {
        /** Others are at it: wait. */
        IN_WORK,
        /** Its parcel can be sent. */
        CONFIRMED,
        /** Nothing more: it is on its way, or over. */
        SETTLED
    }

    private static final Pattern CUSTOMER = Pattern.compile("customerId");
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;

    private final TwoInstances orders;
    private final Ledger ledger;

    OrderRequests(TwoInstances orders, Ledger ledger) {
        this.orders = orders;
        this.ledger = ledger;
    }

    /** False if orders has not heard of the customer yet. */
    boolean place(OwnOrder order, List<Product> products, String cardToken) throws InterruptedException {
        Answer answer = orders.send("PUT", path(order), body(order, products, cardToken), "");
        if (placed(order, answer)) {
            return true;
        }
        if (answer.status() != UNPROCESSABLE || !answer.blames(CUSTOMER)) {
            surprise("placing " + order.id, answer);
        }
        return false;
    }

    /** False if orders has not heard of the customer or of all products yet. */
    boolean placeFirst(OwnOrder order, List<Product> products, String cardToken) throws InterruptedException {
        Answer answer = orders.send("PUT", path(order), body(order, products, cardToken), "");
        if (!placed(order, answer) && answer.status() != UNPROCESSABLE) {
            surprise("placing " + order.id, answer);
        }
        return answer.succeeded();
    }

    /** A version is told of where the status says which event led to it. */
    private boolean placed(OwnOrder order, Answer answer) {
        if (!answer.succeeded()) {
            return false;
        }
        ledger.acknowledge("orders.order.placed", order.id, 1);
        seen(order, answer);
        return true;
    }

    /** @param careful only at the version that was seen last */
    void cancel(OwnOrder order, boolean careful) throws InterruptedException {
        ObjectNode reason = JsonNodeFactory.instance.objectNode().put("reason", "Changed their mind");
        Answer answer =
                orders.send("POST", path(order) + "/cancellation", reason, careful ? ETags.of(order.version) : "");
        switch (answer.status()) {
            case ACCEPTED -> {
                if (careful && ETags.version(answer) > order.version + 1) {
                    surprise("cancelling " + order.id + " at version " + order.version, answer);
                }
                ledger.acknowledge("orders.order.cancellation_requested", order.id, ETags.version(answer));
            }
            case OK -> ledger.acknowledge("orders.order.cancelled", order.id, ETags.version(answer));
            case CONFLICT -> {}
            case PRECONDITION_FAILED -> {
                if (!careful) {
                    surprise("cancelling " + order.id + " at any version", answer);
                }
            }
            default -> surprise("cancelling " + order.id, answer);
        }
        seen(order, answer);
    }

    Standing look(OwnOrder order) throws InterruptedException {
        Answer answer = orders.send("GET", path(order), MissingNode.getInstance(), "");
        if (!answer.succeeded()) {
            surprise("looking for " + order.id + ", which was placed,", answer);
            return Standing.SETTLED;
        }
        seen(order, answer);
        return switch (answer.body().path("status").asText()) {
            case "PLACED", "CANCELLING" -> Standing.IN_WORK;
            case "CONFIRMED" -> Standing.CONFIRMED;
            default -> Standing.SETTLED;
        };
    }

    private void seen(OwnOrder order, Answer answer) {
        if (answer.succeeded()) {
            long version = ETags.version(answer);
            if (version < order.version) {
                surprise("%s, which was at version %d,".formatted(order.id, order.version), answer);
            }
            order.version = Math.max(order.version, version);
        }
    }

    private static String path(OwnOrder order) {
        return "/orders/" + order.id;
    }

    private static ObjectNode body(OwnOrder order, List<Product> products, String cardToken) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("customerId", order.customer.id)
                .put("cardToken", cardToken);
        ArrayNode lines = body.putArray("lines");
        products.forEach(product -> lines.addObject().put("sku", product.sku()).put("quantity", lines.size()));
        return body;
    }

    private void surprise(String what, Answer answer) {
        ledger.surprise("%s was answered %d %s: %s".formatted(what, answer.status(), answer.etag(), answer.problem()));
    }
}
