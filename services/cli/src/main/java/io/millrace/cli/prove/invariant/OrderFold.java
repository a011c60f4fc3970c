package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the stream of orders says that orders must be. */
final class OrderFold {

    private final Map<String, Order> orders = new HashMap<>();
    private final Table store = new Table("orders", "messaging.event_store", """
            SELECT aggregate_id || '/' || version, event_id, type FROM messaging.event_store""");

    /** An order as its events have made it. */
    static final class Order {
        private String customer = "";
        private JsonNode lines;
        private JsonNode total;
        private long version;
        private String status = "";
        private String why = "";
        private int asked;
        private boolean confirmed;
        private JsonNode wanted;

        String customer() {
            return customer;
        }

        JsonNode lines() {
            return lines;
        }

        String status() {
            return status;
        }

        /** What became of it, for people to read. */
        String fate() {
            return status.toLowerCase(Locale.ROOT) + why;
        }

        /** How many events its fulfilment has had. */
        int asked() {
            return asked;
        }

        boolean wasConfirmed() {
            return confirmed;
        }

        boolean wasPlaced() {
            return lines != null;
        }

        BigDecimal total() {
            return amount(total);
        }

        /** What billing was asked to take, null if it never was. */
        JsonNode wanted() {
            return wanted;
        }
    }

    void add(StoredEvent event) {
        Order order = orders.computeIfAbsent(event.aggregate(), _ -> new Order());
        if (event.type().startsWith("orders.fulfilment.")) {
            order.asked++;
            if (event.type().equals("orders.fulfilment.payment_requested")) {
                order.wanted = event.body().path("amount");
            }
            return;
        }
        store.rows().put(event.aggregate() + "/" + event.version(), Table.row(event.id(), event.type()));
        order.version = event.version();
        order.status = statusAfter(event.type());
        switch (event.type()) {
            case "orders.order.placed" -> {
                order.customer = event.text("customerId");
                order.lines = event.body().path("lines");
                order.total = event.body().path("total");
            }
            case "orders.order.confirmed" -> order.confirmed = true;
            case "orders.order.rejected" -> order.why = " (%s)".formatted(event.text("reason"));
            default -> {}
        }
    }

    private static String statusAfter(String type) {
        return switch (type) {
            case "orders.order.placed" -> "PLACED";
            case "orders.order.confirmed", "orders.order.cancellation_refused" -> "CONFIRMED";
            case "orders.order.rejected" -> "REJECTED";
            case "orders.order.cancellation_requested" -> "CANCELLING";
            case "orders.order.cancelled" -> "CANCELLED";
            case "orders.order.shipped" -> "SHIPPED";
            case "orders.order.delivered" -> "DELIVERED";
            case "orders.order.returned" -> "RETURNED";
            default -> throw new IllegalStateException("An event that nobody emits: " + type);
        };
    }

    /** By id. */
    Map<String, Order> orders() {
        return orders;
    }

    List<Table> tables() {
        Table known = new Table("orders", "customer_order", """
                SELECT id, customer_id, status, version, line_count, amount, currency FROM customer_order""");
        orders.forEach((id, order) -> {
            if (order.wasPlaced()) {
                known.rows()
                        .put(
                                id,
                                Table.row(
                                        order.customer,
                                        order.status,
                                        order.version,
                                        order.lines.size(),
                                        money(order.total)));
            }
        });
        return List.of(known, store);
    }

    /** As two columns. */
    static String money(JsonNode money) {
        return Table.row(
                amount(money).setScale(4).toPlainString(),
                money.path("currency").asText());
    }

    static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0"));
    }
}
