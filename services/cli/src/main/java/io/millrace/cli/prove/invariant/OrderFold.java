package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the streams of orders and delivery say that orders and shipments must be. */
final class OrderFold {

    private final Map<String, Order> orders = new HashMap<>();
    private final Table lines = new Table("orders", "order_line", """
            SELECT order_id || '/' || number, sku, description, quantity, unit_price FROM order_line""");
    private final Table packed = new Table("delivery", "packing_line", """
            SELECT shipment_id || '/' || number, sku, description, quantity FROM packing_line""");

    /** An order with its shipment. */
    static final class Order {
        private String customer = "";
        private int lines;
        private String total = "";
        private long version;
        private boolean cancelled;
        private String shipment = "WAITING";
        private long shipmentVersion;
        private int prepared;
        private int sendingsCancelled;

        String customer() {
            return customer;
        }

        boolean isCancelled() {
            return cancelled;
        }

        int prepared() {
            return prepared;
        }

        int sendingsCancelled() {
            return sendingsCancelled;
        }

        boolean isSent() {
            return shipment.equals("DISPATCHED") || shipment.equals("DELIVERED");
        }
    }

    void add(StoredEvent event) {
        if (event.isPoison()) {
            return;
        }
        Order order = orders.computeIfAbsent(event.aggregate(), _ -> new Order());
        switch (event.type()) {
            case "orders.order.placed" -> placed(order, event);
            case "orders.order.cancelled" -> {
                order.version = event.version();
                order.cancelled = true;
            }
            case "delivery.shipment.prepared" -> {
                order.prepared++;
                sending(order, "PREPARED", event);
            }
            case "delivery.shipment.dispatched" -> sending(order, "DISPATCHED", event);
            case "delivery.shipment.delivered" -> sending(order, "DELIVERED", event);
            case "delivery.shipment.cancelled" -> {
                order.sendingsCancelled++;
                sending(order, "CANCELLED", event);
            }
            default -> throw new IllegalStateException("An event that nobody emits: " + event.type());
        }
    }

    private void placed(Order order, StoredEvent event) {
        order.version = event.version();
        order.customer = event.text("customerId");
        order.total = money(event.body().path("total"));
        for (JsonNode line : event.body().path("lines")) {
            String key = event.aggregate() + "/" + ++order.lines;
            String sku = line.path("sku").asText();
            String description = line.path("description").asText();
            int quantity = line.path("quantity").asInt();
            lines.rows().put(key, Table.row(sku, description, quantity, decimal(line.path("unitPrice"))));
            packed.rows().put(key, Table.row(sku, description, quantity));
        }
    }

    private static void sending(Order order, String status, StoredEvent event) {
        order.shipment = status;
        order.shipmentVersion = event.version();
    }

    Map<String, Order> orders() {
        return orders;
    }

    List<Table> tables() {
        Table placed = new Table("orders", "customer_order", """
                SELECT id, customer_id, status, version, line_count, amount, currency FROM customer_order""");
        Table shipments = new Table("delivery", "shipment", """
                SELECT id, customer_id, status, version, line_count, amount, currency FROM shipment""");
        orders.forEach((id, order) -> {
            String status = order.cancelled ? "CANCELLED" : "PLACED";
            placed.rows().put(id, Table.row(order.customer, status, order.version, order.lines, order.total));
            shipments
                    .rows()
                    .put(
                            id,
                            Table.row(order.customer, order.shipment, order.shipmentVersion, order.lines, order.total));
        });
        return List.of(placed, lines, shipments, packed);
    }

    private static String money(JsonNode money) {
        return Table.row(decimal(money), money.path("currency").asText());
    }

    private static String decimal(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0")).setScale(4).toPlainString();
    }

    /** Orders that nobody placed, though something is said about them. */
    Set<String> neverPlaced() {
        return orders.entrySet().stream()
                .filter(entry -> entry.getValue().version == 0)
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }
}
