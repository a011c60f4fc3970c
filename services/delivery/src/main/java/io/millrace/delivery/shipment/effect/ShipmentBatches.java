package io.millrace.delivery.shipment.effect;

import io.millrace.chassis.database.Columns;
import io.millrace.delivery.shipment.service.Change;
import io.millrace.delivery.shipment.service.Packed;
import io.millrace.delivery.shipment.service.Shipment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements on many shipments at once. */
record ShipmentBatches(Connection connection) {

    Set<String> withAddress(Collection<String> customerIds) throws SQLException {
        return recipients("KNOWN", customerIds);
    }

    Set<String> erased(Collection<String> customerIds) throws SQLException {
        return recipients("ERASED", customerIds);
    }

    private Set<String> recipients(String status, Collection<String> customerIds) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM recipient WHERE status = ? AND id = ANY (?)")) {
            select.setString(1, status);
            Columns.texts(select, 2, customerIds);
            try (ResultSet row = select.executeQuery()) {
                Set<String> ids = new HashSet<>();
                while (row.next()) {
                    ids.add(row.getString("id"));
                }
                return ids;
            }
        }
    }

    List<Shipment> waitingFor(Collection<String> customerIds) throws SQLException {
        return shipments("""
                SELECT id, customer_id, status, version, line_count
                FROM shipment
                WHERE customer_id = ANY (?) AND status = 'WAITING'
                ORDER BY id
                """, customerIds);
    }

    List<Shipment> inTheHouse(Collection<String> customerIds) throws SQLException {
        return shipments("""
                SELECT id, customer_id, status, version, line_count
                FROM shipment
                WHERE customer_id = ANY (?) AND status IN ('WAITING', 'PREPARED')
                ORDER BY id
                """, customerIds);
    }

    List<Shipment> among(Collection<String> ids) throws SQLException {
        return shipments("""
                SELECT id, customer_id, status, version, line_count
                FROM shipment
                WHERE id = ANY (?)
                ORDER BY id
                """, ids);
    }

    /** Those that are new, or were there without a customer, as they are now. */
    List<Shipment> insert(List<Packed> shipments) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO shipment AS there (id, customer_id, status, version, line_count)
                SELECT id, customer_id, status, version, line_count
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[])
                    AS packed (id, customer_id, status, version, line_count)
                ON CONFLICT (id) DO UPDATE
                SET customer_id = EXCLUDED.customer_id, line_count = EXCLUDED.line_count
                WHERE there.customer_id IS NULL AND EXCLUDED.customer_id IS NOT NULL
                RETURNING id, customer_id, status, version, line_count
                """)) {
            new Columns<>(insert, shipments.stream().map(Packed::shipment).toList())
                    .set(1, "text", Shipment::id)
                    .set(2, "text", Shipment::customerId)
                    .set(3, "text", shipment -> shipment.status().name())
                    .set(4, "bigint", Shipment::version)
                    .set(5, "int", Shipment::lineCount);
            return readShipments(insert);
        }
    }

    int update(List<Change> changes) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE shipment
                SET status = changed.status, version = changed.version
                FROM unnest(?::text[], ?::text[], ?::bigint[]) AS changed (id, status, version)
                WHERE shipment.id = changed.id AND shipment.version = changed.version - 1
                """)) {
            new Columns<>(update, changes.stream().map(Change::after).toList())
                    .set(1, "text", Shipment::id)
                    .set(2, "text", shipment -> shipment.status().name())
                    .set(3, "bigint", Shipment::version);
            return update.executeUpdate();
        }
    }

    void forget(Collection<String> customerIds) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE shipment
                SET sent_name = NULL, sent_street = NULL, sent_postal_code = NULL, sent_city = NULL, sent_country = NULL
                WHERE customer_id = ANY (?) AND status IN ('DISPATCHED', 'DELIVERED', 'RETURNED')
                """)) {
            Columns.texts(update, 1, customerIds);
            update.executeUpdate();
        }
    }

    private List<Shipment> shipments(String sql, Collection<String> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Columns.texts(select, 1, keys);
            return readShipments(select);
        }
    }

    private static List<Shipment> readShipments(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Shipment> found = new ArrayList<>();
            while (row.next()) {
                found.add(ShipmentRows.readShipment(row));
            }
            return found;
        }
    }
}
