package io.millrace.delivery.shipment.effect;

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
        return ids("SELECT id FROM recipient WHERE status = 'KNOWN' AND id = ANY (?)", customerIds);
    }

    List<Shipment> waitingFor(Collection<String> customerIds) throws SQLException {
        return shipments("""
                SELECT id, customer_id, status, version, line_count, amount, currency
                FROM shipment
                WHERE customer_id = ANY (?) AND status = 'WAITING'
                ORDER BY id
                """, customerIds);
    }

    List<Shipment> inTheHouse(Collection<String> ids) throws SQLException {
        return shipments("""
                SELECT id, customer_id, status, version, line_count, amount, currency
                FROM shipment
                WHERE id = ANY (?) AND status IN ('WAITING', 'PREPARED')
                ORDER BY id
                """, ids);
    }

    Set<String> insert(List<Packed> shipments) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO shipment (id, customer_id, status, version, line_count, amount, currency)
                SELECT id, customer_id, status, version, line_count, amount, currency
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::numeric[], ?::text[])
                    AS placed (id, customer_id, status, version, line_count, amount, currency)
                ON CONFLICT (id) DO NOTHING
                RETURNING id
                """)) {
            new Columns<>(insert, shipments.stream().map(Packed::shipment).toList())
                    .set(1, "text", Shipment::id)
                    .set(2, "text", Shipment::customerId)
                    .set(3, "text", shipment -> shipment.status().name())
                    .set(4, "bigint", Shipment::version)
                    .set(5, "int", Shipment::lineCount)
                    .set(6, "numeric", shipment -> shipment.value().toDecimal())
                    .set(7, "text", shipment -> shipment.value().currency());
            return readIds(insert);
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
                WHERE customer_id = ANY (?) AND status IN ('DISPATCHED', 'DELIVERED')
                """)) {
            Columns.texts(update, 1, customerIds);
            update.executeUpdate();
        }
    }

    private Set<String> ids(String sql, Collection<String> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Columns.texts(select, 1, keys);
            return readIds(select);
        }
    }

    private List<Shipment> shipments(String sql, Collection<String> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Columns.texts(select, 1, keys);
            try (ResultSet row = select.executeQuery()) {
                List<Shipment> found = new ArrayList<>();
                while (row.next()) {
                    found.add(ShipmentRows.readShipment(row));
                }
                return found;
            }
        }
    }

    private static Set<String> readIds(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            Set<String> ids = new HashSet<>();
            while (row.next()) {
                ids.add(row.getString("id"));
            }
            return ids;
        }
    }
}
