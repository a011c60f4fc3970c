package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.millrace.cli.rest.Answer;

/** What callers ask of delivery. */
final class ShipmentRequests {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** A shipment is prepared first and dispatched next; it may wait before, which is no event. */
    private static final long DISPATCHED_VERSION = 2;

    private final TwoInstances delivery;
    private final Ledger ledger;

    ShipmentRequests(TwoInstances delivery, Ledger ledger) {
        this.delivery = delivery;
        this.ledger = ledger;
    }

    /** False where the shipment is not there yet, or must not be sent. */
    boolean dispatch(OwnOrder order) throws InterruptedException {
        Answer answer = report(order, "dispatch");
        if (answer.succeeded()) {
            ledger.acknowledge("delivery.shipment.dispatched", order.id, DISPATCHED_VERSION);
        } else if (answer.status() != NOT_FOUND && answer.status() != CONFLICT) {
            surprise("dispatching " + order.id, answer);
        }
        return answer.succeeded();
    }

    /** Of one that was dispatched. */
    void deliver(OwnOrder order) throws InterruptedException {
        certainly(order, "delivery", "delivery.shipment.delivered");
    }

    /** Of one that was dispatched. */
    void takeBack(OwnOrder order) throws InterruptedException {
        certainly(order, "return", "delivery.shipment.returned");
    }

    /** A request to call it off may be refused meanwhile, which is an event of its own: so any version may be meant. */
    private void certainly(OwnOrder order, String what, String event) throws InterruptedException {
        Answer answer = report(order, what);
        if (answer.succeeded()) {
            ledger.acknowledge(event, order.id, Acknowledged.SOME);
        } else {
            surprise("reporting the " + what + " of " + order.id + ", which was dispatched,", answer);
        }
    }

    private Answer report(OwnOrder order, String what) throws InterruptedException {
        return delivery.send("POST", "/shipments/" + order.id + "/" + what, MissingNode.getInstance(), "");
    }

    private void surprise(String what, Answer answer) {
        ledger.surprise("%s was answered %d: %s".formatted(what, answer.status(), answer.problem()));
    }
}
