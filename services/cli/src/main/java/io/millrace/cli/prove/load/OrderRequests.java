package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;

/** What callers ask of orders and of delivery. */
final class OrderRequests {

    /** What became of a parcel that should be sent. */
    enum Sending {
        DONE,
        LATER,
        NEVER
    }

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final TwoInstances orders;
    private final TwoInstances delivery;
    private final Ledger ledger;

    OrderRequests(TwoInstances orders, TwoInstances delivery, Ledger ledger) {
        this.orders = orders;
        this.delivery = delivery;
        this.ledger = ledger;
    }

    /** False if orders has not heard of the customer yet. */
    boolean place(OwnOrder order, int lines) throws InterruptedException {
        Answer answer = orders.send("PUT", "/orders/" + order.id, body(order, lines), "");
        if (answer.succeeded()) {
            ledger.acknowledge("orders.order.placed", order.id, ETags.version(answer));
            return true;
        }
        if (answer.status() != UNPROCESSABLE) {
            surprise("placing " + order.id, answer);
        }
        return false;
    }

    void cancel(OwnOrder order) throws InterruptedException {
        order.cancelled = true;
        ObjectNode reason = JsonNodeFactory.instance.objectNode().put("reason", "Changed their mind");
        Answer answer = orders.send("POST", "/orders/" + order.id + "/cancellation", reason, ETags.of(1));
        if (answer.succeeded()) {
            ledger.acknowledge("orders.order.cancelled", order.id, ETags.version(answer));
        } else {
            surprise("cancelling " + order.id, answer);
        }
    }

    /** A shipment may not be there yet, and never goes where nobody wants it. */
    Sending dispatch(OwnOrder order) throws InterruptedException {
        Answer answer = report(order, "dispatch");
        if (answer.succeeded()) {
            ledger.acknowledge("delivery.shipment.dispatched", order.id, version(answer));
            return Sending.DONE;
        }
        if (answer.status() != NOT_FOUND && answer.status() != CONFLICT) {
            surprise("dispatching " + order.id, answer);
        }
        return order.cancelled || order.customer.erased ? Sending.NEVER : Sending.LATER;
    }

    void deliver(OwnOrder order) throws InterruptedException {
        Answer answer = report(order, "delivery");
        if (answer.succeeded()) {
            ledger.acknowledge("delivery.shipment.delivered", order.id, version(answer));
        } else {
            surprise("delivering " + order.id + ", which was dispatched,", answer);
        }
    }

    private Answer report(OwnOrder order, String what) throws InterruptedException {
        return delivery.send("POST", "/shipments/" + order.id + "/" + what, MissingNode.getInstance(), "");
    }

    private static ObjectNode body(OwnOrder order, int lines) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("customerId", order.customer.id);
        ArrayNode all = body.putArray("lines");
        for (int line = 1; line <= lines; line++) {
            all.addObject()
                    .put("sku", "SKU-" + line)
                    .put("description", "WHITE HANGING HEART, “T-LIGHT” No. " + line)
                    .put("quantity", line)
                    .putObject("unitPrice")
                    .put("amount", "2.55")
                    .put("currency", "GBP");
        }
        return body;
    }

    private static long version(Answer answer) {
        return answer.body().path("version").asLong();
    }

    private void surprise(String what, Answer answer) {
        ledger.surprise("%s was answered %d: %s".formatted(what, answer.status(), answer.problem()));
    }
}
