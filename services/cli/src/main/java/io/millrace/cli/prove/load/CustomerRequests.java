package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;
import java.util.OptionalLong;

/** What callers ask of customers. */
final class CustomerRequests {

    private static final int PRECONDITION_FAILED = 412;

    private final TwoInstances customers;
    private final Ledger ledger;

    CustomerRequests(TwoInstances customers, Ledger ledger) {
        this.customers = customers;
        this.ledger = ledger;
    }

    void register(OwnCustomer customer, String name) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        body.putObject("address").put("city", "Millbrook").put("country", "United Kingdom");
        Answer answer = customers.send("PUT", "/customers/" + customer.id, body, "");
        settle("customers.customer.registered", customer, answer);
    }

    void rename(OwnCustomer customer, String name) throws InterruptedException {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        Answer answer = customers.send("PUT", "/customers/" + customer.id + "/name", body, ETags.of(customer.version));
        settle("customers.customer.renamed", customer, answer);
    }

    void move(OwnCustomer customer, String street) throws InterruptedException {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("street", street)
                .put("city", "Millbrook")
                .put("country", "United Kingdom");
        Answer answer =
                customers.send("PUT", "/customers/" + customer.id + "/address", body, ETags.of(customer.version));
        settle("customers.customer.address_changed", customer, answer);
    }

    void erase(OwnCustomer customer) throws InterruptedException {
        customer.erased = true;
        Answer answer = customers.send(
                "DELETE", "/customers/" + customer.id, MissingNode.getInstance(), ETags.of(customer.version));
        if (answer.succeeded()) {
            ledger.acknowledge("customers.customer.erased", customer.id, customer.version + 1);
        } else {
            surprise("erasing " + customer.id + " at version " + customer.version, answer);
        }
    }

    /** The version it has, empty if somebody else was faster. */
    OptionalLong renameShared(String id, long version, String name) throws InterruptedException {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("name", name);
        Answer answer = customers.send("PUT", "/customers/" + id + "/name", body, ETags.of(version));
        if (answer.succeeded()) {
            ledger.acknowledge("customers.customer.renamed", id, ETags.version(answer));
            return OptionalLong.of(ETags.version(answer));
        }
        if (answer.status() != PRECONDITION_FAILED) {
            surprise("renaming " + id + ", which all share,", answer);
        }
        return current(id);
    }

    private OptionalLong current(String id) throws InterruptedException {
        Answer answer = customers.send("GET", "/customers/" + id, MissingNode.getInstance(), "");
        return answer.succeeded() ? OptionalLong.of(ETags.version(answer)) : OptionalLong.empty();
    }

    private void settle(String event, OwnCustomer customer, Answer answer) {
        long expected = customer.version + 1;
        if (answer.succeeded() && ETags.version(answer) == expected) {
            ledger.acknowledge(event, customer.id, expected);
            customer.version = expected;
        } else {
            surprise("%s of %s, which must lead to version %d,".formatted(event, customer.id, expected), answer);
        }
    }

    private void surprise(String what, Answer answer) {
        ledger.surprise("%s was answered %d %s %s".formatted(what, answer.status(), answer.etag(), answer.problem()));
    }
}
