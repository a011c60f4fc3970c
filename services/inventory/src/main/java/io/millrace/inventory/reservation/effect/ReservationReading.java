package io.millrace.inventory.reservation.effect;

import io.millrace.chassis.database.Columns;
import io.millrace.contracts.Pieces;
import io.millrace.contracts.inventory.Missing;
import io.millrace.inventory.reservation.service.Reservation;
import io.millrace.inventory.reservation.service.ReservationQuery;
import io.millrace.inventory.reservation.service.ReservationStatus;
import io.millrace.inventory.reservation.service.ReservationSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements that read reservations, many at once. */
record ReservationReading(Connection connection) {

    /** Those that there are, with all their lines, by order id. */
    Map<String, Reservation> of(Collection<String> orderIds) throws SQLException {
        List<ReservationSummary> there = summaries(orderIds);
        if (there.isEmpty()) {
            return Map.of();
        }
        List<String> ids = there.stream().map(ReservationSummary::orderId).toList();
        Map<String, List<Pieces>> lines = lines(ids);
        Map<String, List<Missing>> missing = missing(ids);
        Map<String, Reservation> found = new HashMap<>();
        there.forEach(row -> found.put(
                row.orderId(),
                new Reservation(
                        row.orderId(),
                        row.status(),
                        row.version(),
                        lines.getOrDefault(row.orderId(), List.of()),
                        missing.getOrDefault(row.orderId(), List.of()))));
        return found;
    }

    List<ReservationSummary> list(ReservationQuery query, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                """
                SELECT order_id, status, version
                FROM reservation
                WHERE order_id > ?
                %s
                ORDER BY order_id
                LIMIT ?
                """.formatted(query.status().map(_ -> "AND status = ?").orElse("")))) {
            int index = 1;
            select.setString(index++, query.afterOrderId());
            if (query.status().isPresent()) {
                select.setString(index++, query.status().get().name());
            }
            select.setInt(index, limit);
            return read(select);
        }
    }

    private List<ReservationSummary> summaries(Collection<String> orderIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT order_id, status, version
                FROM reservation
                WHERE order_id = ANY (?)
                """)) {
            Columns.texts(select, 1, orderIds);
            return read(select);
        }
    }

    private Map<String, List<Pieces>> lines(Collection<String> orderIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT order_id, sku, quantity
                FROM reservation_line
                WHERE order_id = ANY (?)
                ORDER BY order_id, number
                """)) {
            Columns.texts(select, 1, orderIds);
            return grouped(select, row -> new Pieces(row.getString("sku"), row.getInt("quantity")));
        }
    }

    private Map<String, List<Missing>> missing(Collection<String> orderIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT order_id, sku, wanted, available
                FROM missing_line
                WHERE order_id = ANY (?)
                ORDER BY order_id, number
                """)) {
            Columns.texts(select, 1, orderIds);
            return grouped(
                    select,
                    row -> new Missing(
                            row.getString("sku"), row.getLong("wanted"), row.getObject("available", Long.class)));
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Map<String, List<T>> grouped(PreparedStatement select, Reading<T> reading) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            Map<String, List<T>> found = new HashMap<>();
            while (row.next()) {
                found.computeIfAbsent(row.getString("order_id"), _ -> new ArrayList<>())
                        .add(reading.read(row));
            }
            return found;
        }
    }

    private static List<ReservationSummary> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<ReservationSummary> found = new ArrayList<>();
            while (row.next()) {
                found.add(new ReservationSummary(
                        row.getString("order_id"),
                        ReservationStatus.valueOf(row.getString("status")),
                        row.getLong("version")));
            }
            return found;
        }
    }
}
