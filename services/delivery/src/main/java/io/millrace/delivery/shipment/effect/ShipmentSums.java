package io.millrace.delivery.shipment.effect;

import io.millrace.delivery.shipment.service.ShipmentFigures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The figures, all from one statement, so that they are of one moment. */
record ShipmentSums(Connection connection) {

    ShipmentFigures figures() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT count(*) FILTER (WHERE status <> 'RETURNED') AS shipments,
                       coalesce(sum(line_count) FILTER (WHERE status <> 'RETURNED'), 0) AS lines,
                       count(DISTINCT customer_id) FILTER (WHERE status <> 'RETURNED') AS customers,
                       count(*) FILTER (WHERE status = 'RETURNED') AS returned
                FROM shipment
                WHERE status <> 'CANCELLED'
                """);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ShipmentFigures(
                    row.getLong("shipments"), row.getLong("lines"), row.getLong("customers"), row.getLong("returned"));
        }
    }
}
