package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.prove.load.Ledger;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What happened to an order that was bought, sent and kept, event by event, and what else a test wants to have happened. */
final class OrderStory {

    static final String ORDER = "o-1";
    static final String PRODUCT = "P";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MONEY = """
            {"amount":"7.65","currency":"GBP"}""";
    private static final String LINES = """
            [{"sku":"P","description":"HEART","quantity":3,"unitPrice":{"amount":"2.55","currency":"GBP"}}]""";

    private final Folds folds = new Folds();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    /** A product with so many pieces. */
    static OrderStory withPieces(int pieces) {
        return new OrderStory()
                .tells("inventory.product.listed", PRODUCT, """
                        {"sku":"P","description":"HEART","price":{"amount":"2.55","currency":"GBP"}}""")
                .tells("inventory.product.restocked", PRODUCT, """
                        {"sku":"P","quantity":%d}""".formatted(pieces));
    }

    OrderStory isPlaced() {
        return tells("orders.order.placed", ORDER, """
                        {"orderId":"o-1","customerId":"c-1","lines":%s,"total":%s}""".formatted(LINES, MONEY))
                .tells("orders.fulfilment.stock_requested", ORDER, "{}");
    }

    OrderStory isHeld() {
        return tells("inventory.reservation.held", ORDER, """
                {"orderId":"o-1","lines":[{"sku":"P","quantity":3}]}""");
    }

    OrderStory isPaid() {
        return tells("orders.fulfilment.payment_requested", ORDER, """
                        {"orderId":"o-1","amount":%s}""".formatted(MONEY))
                .tells("billing.payment.captured", ORDER, """
                        {"orderId":"o-1","amount":%s,"providerReference":"ch_1"}""".formatted(MONEY));
    }

    OrderStory isSent() {
        return tells("orders.order.confirmed", ORDER, "{}")
                .tells("delivery.shipment.prepared", ORDER, "{}")
                .tells("delivery.shipment.dispatched", ORDER, "{}")
                .tells("inventory.reservation.fulfilled", ORDER, """
                        {"orderId":"o-1","lines":[{"sku":"P","quantity":3}]}""")
                .tells("orders.order.shipped", ORDER, "{}");
    }

    /** One more event of an aggregate. */
    OrderStory tells(String type, String aggregate, String body) {
        String stream = type.substring(0, type.indexOf('.')).toUpperCase(Locale.ROOT);
        long version = versions.merge(type.substring(0, type.lastIndexOf('.')) + aggregate, 1L, Long::sum);
        long position = positions.merge(stream, 1L, Long::sum);
        try {
            folds.add(new StoredEvent(
                    stream, position, stream + position, type, aggregate, version, "", JSON.readTree(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
        return this;
    }

    Folds folds() {
        return folds;
    }

    /** With the books of a provider, as its API lists them. */
    Evidence evidence(String charges, String refunds) throws JsonProcessingException {
        return new Evidence(
                new Ledger(),
                _ -> {
                    throw new SQLException("there is no database");
                },
                ProviderBooks.of(JSON.readTree(charges), JSON.readTree(refunds)),
                new History(),
                folds,
                Map.of());
    }

    Evidence evidence() throws JsonProcessingException {
        return evidence("[]", "[]");
    }
}
