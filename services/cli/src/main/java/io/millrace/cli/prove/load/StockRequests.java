package io.millrace.cli.prove.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.rest.Answer;
import java.util.OptionalLong;

/** What callers ask of inventory. */
final class StockRequests {

    private static final int PRECONDITION_FAILED = 412;

    private final TwoInstances inventory;
    private final Ledger ledger;

    StockRequests(TwoInstances inventory, Ledger ledger) {
        this.inventory = inventory;
        this.ledger = ledger;
    }

    void list(Product product) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("description", product.description());
        body.set("price", price(product.firstPrice()));
        Answer answer = inventory.send("PUT", path(product), body, "");
        if (answer.succeeded()) {
            ledger.acknowledge("inventory.product.listed", product.sku(), 1);
        } else {
            surprise("listing " + product.sku(), answer);
        }
    }

    /** @param id chosen by the caller, so that what is sent twice counts once */
    void restock(Product product, String id) throws InterruptedException {
        int pieces = product.supply().delivery();
        ledger.restocking(product.sku(), id, pieces);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("quantity", pieces);
        Answer answer = inventory.send("PUT", path(product) + "/restocks/" + id, body, "");
        if (answer.succeeded()) {
            ledger.restocked(product.sku(), id, pieces);
        } else {
            surprise("restocking " + product.sku() + " under " + id, answer);
        }
    }

    /**
     * Gives it a price that it never had, at a version that was just looked up. Whoever was refused may have been heard
     * all the same, when an answer was lost and somebody else came between: then nothing is known.
     */
    void reprice(Product product) throws InterruptedException {
        OptionalLong version = version(product);
        if (version.isEmpty()) {
            return;
        }
        Answer answer = inventory.send(
                "PUT", path(product) + "/price", price(product.nextPrice()), ETags.of(version.getAsLong()));
        if (answer.succeeded()) {
            ledger.acknowledge("inventory.product.repriced", product.sku(), version.getAsLong() + 1);
        } else if (answer.status() != PRECONDITION_FAILED) {
            surprise("repricing " + product.sku() + " at version " + version.getAsLong(), answer);
        }
    }

    private OptionalLong version(Product product) throws InterruptedException {
        Answer answer = inventory.send("GET", path(product), JsonNodeFactory.instance.missingNode(), "");
        if (!answer.succeeded()) {
            surprise("looking for " + product.sku() + ", which was listed,", answer);
            return OptionalLong.empty();
        }
        return OptionalLong.of(ETags.version(answer));
    }

    private static String path(Product product) {
        return "/products/" + product.sku();
    }

    private static ObjectNode price(String amount) {
        return JsonNodeFactory.instance.objectNode().put("amount", amount).put("currency", "GBP");
    }

    private void surprise(String what, Answer answer) {
        ledger.surprise("%s was answered %d: %s".formatted(what, answer.status(), answer.problem()));
    }
}
