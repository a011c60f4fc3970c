package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the stream of inventory says that reservations must be, and what they do to products. */
final class ReservationFold {

    private final Map<String, Reservation> reservations = new HashMap<>();
    private final ProductFold products;
    private final Table kept = new Table("inventory", "reservation_line", """
            SELECT order_id || '/' || number, sku, quantity FROM reservation_line""");
    private final Table missing = new Table("inventory", "missing_line", """
            SELECT order_id || '/' || number, sku, wanted, available FROM missing_line""");

    private record Reservation(String status, long version) {}

    ReservationFold(ProductFold products) {
        this.products = products;
    }

    void add(StoredEvent event) {
        Reservation before = reservations.get(event.aggregate());
        String status = before == null ? first(event) : next(before.status(), event);
        reservations.put(event.aggregate(), new Reservation(status, event.version()));
    }

    /** What is answered first says what is kept. */
    private String first(StoredEvent event) {
        JsonNode lines = event.body().path("lines");
        return switch (event.type()) {
            case "inventory.reservation.held" -> {
                products.hold(lines, event);
                keep(event.aggregate(), lines);
                yield "HELD";
            }
            case "inventory.reservation.rejected" -> {
                lack(event.aggregate(), event.body().path("missing"));
                yield "REJECTED";
            }
            case "inventory.reservation.released" -> "RELEASED";
            default -> {
                products.isImpossible("%s of %s at %d came before anything was asked for it"
                        .formatted(event.type(), event.aggregate(), event.position()));
                yield "UNKNOWN";
            }
        };
    }

    /** An answer that is given again moves nothing. */
    private String next(String before, StoredEvent event) {
        JsonNode lines = event.body().path("lines");
        boolean isHeld = before.equals("HELD");
        boolean isFulfilled = before.equals("FULFILLED");
        switch (event.type()) {
            case "inventory.reservation.released" -> {
                if (isHeld) {
                    products.release(lines, event);
                }
                return isFulfilled || before.equals("RETURNED") ? before : "RELEASED";
            }
            case "inventory.reservation.fulfilled" -> {
                products.ship(lines, event);
                return "FULFILLED";
            }
            case "inventory.reservation.returned" -> {
                products.takeBack(lines, event);
                return "RETURNED";
            }
            default -> {
                return before;
            }
        }
    }

    private void keep(String order, JsonNode lines) {
        int number = 0;
        for (JsonNode line : lines) {
            kept.rows()
                    .put(
                            order + "/" + ++number,
                            Table.row(
                                    line.path("sku").asText(),
                                    line.path("quantity").asInt()));
        }
    }

    private void lack(String order, JsonNode lines) {
        int number = 0;
        for (JsonNode line : lines) {
            missing.rows()
                    .put(
                            order + "/" + ++number,
                            Table.row(
                                    line.path("sku").asText(),
                                    line.path("wanted").asLong(),
                                    line.path("available").asText(null)));
        }
    }

    List<Table> tables() {
        Table all = new Table("inventory", "reservation", "SELECT order_id, status, version FROM reservation");
        reservations.forEach(
                (id, reservation) -> all.rows().put(id, Table.row(reservation.status(), reservation.version())));
        return List.of(all, kept, missing);
    }
}
