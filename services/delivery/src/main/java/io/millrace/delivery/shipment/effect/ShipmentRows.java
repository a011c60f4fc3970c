package io.millrace.delivery.shipment.effect;

import io.millrace.contracts.customers.Address;
import io.millrace.delivery.shipment.service.Addressed;
import io.millrace.delivery.shipment.service.Addressee;
import io.millrace.delivery.shipment.service.Shipment;
import io.millrace.delivery.shipment.service.ShipmentQuery;
import io.millrace.delivery.shipment.service.ShipmentStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on single shipments and lists of them. */
record ShipmentRows(Connection connection) {

    Optional<Addressed> find(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT s.*, r.status AS recipient_status, r.name, r.street, r.postal_code, r.city, r.country
                FROM shipment s
                LEFT JOIN recipient r ON r.id = s.customer_id
                WHERE s.id = ?
                """)) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    List<Addressed> list(ShipmentQuery query, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT s.*, r.status AS recipient_status, r.name, r.street, r.postal_code, r.city, r.country
                FROM shipment s
                LEFT JOIN recipient r ON r.id = s.customer_id
                WHERE s.id > ?
                %s
                %s
                ORDER BY s.id
                LIMIT ?
                """.formatted(
                        query.status().map(_ -> "AND s.status = ?").orElse(""),
                        query.customerId().map(_ -> "AND s.customer_id = ?").orElse("")))) {
            int index = 1;
            select.setString(index++, query.afterId());
            if (query.status().isPresent()) {
                select.setString(index++, query.status().get().name());
            }
            if (query.customerId().isPresent()) {
                select.setString(index++, query.customerId().get());
            }
            select.setInt(index, limit);
            return read(select);
        }
    }

    boolean send(Shipment shipment) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE shipment
                SET status = ?, version = ?, sent_name = r.name, sent_street = r.street,
                    sent_postal_code = r.postal_code, sent_city = r.city, sent_country = r.country
                FROM recipient r
                WHERE shipment.id = ? AND shipment.version = ? AND r.id = shipment.customer_id AND r.status = 'KNOWN'
                """)) {
            return change(update, shipment);
        }
    }

    boolean update(Shipment shipment) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE shipment
                SET status = ?, version = ?
                WHERE id = ? AND version = ?
                """)) {
            return change(update, shipment);
        }
    }

    private static boolean change(PreparedStatement update, Shipment shipment) throws SQLException {
        update.setString(1, shipment.status().name());
        update.setLong(2, shipment.version());
        update.setString(3, shipment.id());
        update.setLong(4, shipment.version() - 1);
        return update.executeUpdate() == 1;
    }

    private static List<Addressed> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Addressed> found = new ArrayList<>();
            while (row.next()) {
                Shipment shipment = readShipment(row);
                String prefix = shipment.status().isSent() ? "sent_" : "";
                found.add(new Addressed(shipment, readAddressee(row, prefix)));
            }
            return found;
        }
    }

    static Shipment readShipment(ResultSet row) throws SQLException {
        return new Shipment(
                row.getString("id"),
                row.getString("customer_id"),
                ShipmentStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getInt("line_count"));
    }

    private static Addressee readAddressee(ResultSet row, String prefix) throws SQLException {
        String name = row.getString(prefix + "name");
        if (name == null) {
            return row.getString("recipient_status") == null ? new Addressee.Expected() : new Addressee.Erased();
        }
        Address address = new Address(
                row.getString(prefix + "street"),
                row.getString(prefix + "postal_code"),
                row.getString(prefix + "city"),
                row.getString(prefix + "country"));
        return new Addressee.Known(name, address);
    }
}
