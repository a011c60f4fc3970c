package io.millrace.inventory.reservation.effect;

import io.millrace.chassis.database.Columns;
import io.millrace.inventory.reservation.service.Parcel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The statements on the table {@code early_parcel}. */
record EarlyParcels(Connection connection) {

    Map<String, Parcel> of(Collection<String> orderIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT order_id, state
                FROM early_parcel
                WHERE order_id = ANY (?)
                """)) {
            Columns.texts(select, 1, orderIds);
            try (ResultSet row = select.executeQuery()) {
                Map<String, Parcel> found = new HashMap<>();
                while (row.next()) {
                    found.put(row.getString("order_id"), Parcel.valueOf(row.getString("state")));
                }
                return found;
            }
        }
    }

    int keep(Map<String, Parcel> parcels) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO early_parcel (order_id, state)
                SELECT order_id, state
                FROM unnest(?::text[], ?::text[]) AS told (order_id, state)
                ON CONFLICT (order_id) DO UPDATE
                SET state = EXCLUDED.state
                """)) {
            new Columns<>(upsert, parcels.entrySet())
                    .set(1, "text", Map.Entry::getKey)
                    .set(2, "text", parcel -> parcel.getValue().name());
            return upsert.executeUpdate();
        }
    }
}
