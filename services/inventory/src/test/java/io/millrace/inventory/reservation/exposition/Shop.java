package io.millrace.inventory.reservation.exposition;

import io.millrace.contracts.Envelope;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** The rest of the shop: what orders asks for and delivery does, and people who bring goods. */
@Singleton
final class Shop {

    private final OtherServices others;
    private final Rest rest;

    Shop(OtherServices others, Rest rest) {
        this.others = others;
        this.rest = rest;
    }

    void list(String sku, int pieces) {
        answered(201, rest.put("/products/" + sku, """
                {"description":"%s","price":{"amount":"2.55","currency":"GBP"}}""".formatted(sku)));
        if (pieces > 0) {
            restock(sku, "first", pieces);
        }
    }

    void restock(String sku, String id, int pieces) {
        answered(201, rest.put("/products/" + sku + "/restocks/" + id, "{\"quantity\":%d}".formatted(pieces)));
    }

    /** @param lines JSON of each, as {@link #line} makes it */
    Envelope request(String orderId, String... lines) {
        return others.emit(
                "orders.fulfilment.stock_requested", orderId, """
                {"orderId":"%s","lines":[%s]}""".formatted(orderId, String.join(",", lines)));
    }

    static String line(String sku, int quantity) {
        return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
    }

    Envelope requestRelease(String orderId) {
        return others.emit("orders.fulfilment.stock_release_requested", orderId, """
                {"orderId":"%s"}""".formatted(orderId));
    }

    Envelope dispatch(String orderId) {
        return parcel("dispatched", orderId);
    }

    Envelope bringBack(String orderId) {
        return parcel("returned", orderId);
    }

    private Envelope parcel(String event, String orderId) {
        return others.emit("delivery.shipment." + event, orderId, """
                {"shipmentId":"%s","orderId":"%s","customerId":"c"}""".formatted(orderId, orderId));
    }

    /** Waits until a reservation stands there. */
    String await(String orderId, String status) {
        eventually(() -> rest.get("/reservations/" + orderId).text().contains("\"status\":\"" + status + "\""));
        return rest.get("/reservations/" + orderId).text();
    }

    /** On hand, held, shipped and returned. */
    String stock(String sku) {
        String text = rest.get("/products/" + sku).text();
        return text.replaceAll(
                ".*\"onHand\":(\\d+),\"held\":(\\d+),\"shipped\":(\\d+),\"returned\":(\\d+),.*", "$1 $2 $3 $4");
    }

    static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(fact);
    }

    private static void answered(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }
}
