package io.millrace.delivery.shipment.exposition;

import io.micronaut.json.tree.JsonNode;
import io.millrace.contracts.Envelope;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** The rest of the shop: customers and orders, as far as their events go. */
@Singleton
final class Shop {

    private final OtherServices others;
    private final Rest rest;

    Shop(OtherServices others, Rest rest) {
        this.others = others;
        this.rest = rest;
    }

    Envelope register(String customerId) {
        return others.emit("customers.customer.registered", customerId, """
                {"customerId":"%s","name":"Ada","address":{"city":"London","country":"United Kingdom"},"since":2010}
                """.formatted(customerId));
    }

    Envelope rename(String customerId, String name) {
        return others.emit("customers.customer.renamed", customerId, """
                {"customerId":"%s","name":"%s"}""".formatted(customerId, name));
    }

    Envelope move(String customerId, String city) {
        return others.emit("customers.customer.address_changed", customerId, """
                {"customerId":"%s","address":{"city":"%s","country":"France"}}""".formatted(customerId, city));
    }

    Envelope erase(String customerId) {
        return others.emit("customers.customer.erased", customerId, """
                {"customerId":"%s"}""".formatted(customerId));
    }

    /** Six hearts and two lanterns. */
    Envelope confirm(String orderId, String customerId) {
        return others.emit("orders.order.confirmed", orderId, """
                {"orderId":"%s","customerId":"%s","items":[
                  {"sku":"85123A","description":"WHITE HANGING HEART","quantity":6},
                  {"sku":"71053","description":"WHITE METAL LANTERN","quantity":2}]}""".formatted(orderId, customerId));
    }

    Envelope callOff(String orderId) {
        return others.emit("orders.fulfilment.shipment_cancel_requested", orderId, """
                {"orderId":"%s"}""".formatted(orderId));
    }

    /** Waits until a shipment stands there. */
    JsonNode await(String shipmentId, String status) {
        return awaitField(shipmentId, "status", status);
    }

    /** Waits until a shipment goes to somebody of this name. */
    JsonNode awaitRecipient(String shipmentId, String field, String value) {
        eventually(() -> value.equals(text(shipment(shipmentId).get("recipient"), field)));
        return shipment(shipmentId);
    }

    private JsonNode awaitField(String shipmentId, String field, String value) {
        eventually(() -> value.equals(text(shipment(shipmentId), field)));
        return shipment(shipmentId);
    }

    private JsonNode shipment(String id) {
        return rest.get("/shipments/" + id).body();
    }

    private static String text(JsonNode node, String field) {
        return node == null || node.get(field) == null ? null : node.get(field).coerceStringValue();
    }

    static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(fact);
    }
}
