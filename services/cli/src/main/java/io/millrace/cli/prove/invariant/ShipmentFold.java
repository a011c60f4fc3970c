package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.prove.invariant.OrderFold.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the streams of orders and delivery say that shipments must be. */
final class ShipmentFold {

    private static final Shipment WAITING = new Shipment("WAITING", 0);

    private final Map<String, Shipment> shipments = new HashMap<>();

    private record Shipment(String status, long version) {

        boolean isSent() {
            return status.equals("DISPATCHED") || status.equals("DELIVERED") || status.equals("RETURNED");
        }
    }

    void add(StoredEvent event) {
        Shipment before = shipments.getOrDefault(event.aggregate(), WAITING);
        shipments.put(event.aggregate(), new Shipment(statusAfter(event.type(), before), event.version()));
    }

    private static String statusAfter(String type, Shipment before) {
        return switch (type) {
            case "delivery.shipment.prepared" -> "PREPARED";
            case "delivery.shipment.dispatched" -> "DISPATCHED";
            case "delivery.shipment.delivered" -> "DELIVERED";
            case "delivery.shipment.returned" -> "RETURNED";
            case "delivery.shipment.cancelled" -> "CANCELLED";
            case "delivery.shipment.cancellation_refused" -> before.status();
            default -> throw new IllegalStateException("An event that nobody emits: " + type);
        };
    }

    /** @param erased whether a customer was: then nobody may be named on what was sent */
    List<Table> tables(Map<String, Order> orders, Predicate<String> erased) {
        Table parcels = new Table("delivery", "shipment", """
                SELECT id, customer_id, status, version, line_count, sent_name IS NOT NULL FROM shipment""");
        Table packed = new Table("delivery", "packing_line", """
                SELECT shipment_id || '/' || number, sku, description, quantity FROM packing_line""");
        shipments.forEach((id, shipment) ->
                parcels.rows().put(id, Table.row(null, shipment.status(), shipment.version(), 0, "f")));
        orders.forEach((id, order) -> {
            if (order.wasConfirmed()) {
                Shipment shipment = shipments.getOrDefault(id, WAITING);
                boolean named = shipment.isSent() && !erased.test(order.customer());
                parcels.rows()
                        .put(
                                id,
                                Table.row(
                                        order.customer(),
                                        shipment.status(),
                                        shipment.version(),
                                        order.lines().size(),
                                        named ? "t" : "f"));
                pack(id, order.lines(), packed);
            }
        });
        return List.of(parcels, packed);
    }

    private static void pack(String id, JsonNode lines, Table packed) {
        int number = 0;
        for (JsonNode line : lines) {
            packed.rows()
                    .put(
                            id + "/" + ++number,
                            Table.row(
                                    line.path("sku").asText(),
                                    line.path("description").asText(),
                                    line.path("quantity").asInt()));
        }
    }
}
