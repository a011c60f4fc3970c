package io.millrace.delivery.shipment.effect;

import io.millrace.delivery.shipment.service.ShipmentFigures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The figures, all from one statement, so that they are of one moment. */
record ShipmentSums(Connection connection) {

    ShipmentFigures figures() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT currency, count(*) AS shipments, coalesce(sum(line_count), 0) AS lines,
                       sum(amount) AS value, count(DISTINCT customer_id) AS customers
                FROM shipment
                WHERE status <> 'CANCELLED'
                GROUP BY GROUPING SETS ((currency), ())
                ORDER BY currency NULLS LAST
                """);
                ResultSet row = select.executeQuery()) {
            List<ShipmentFigures.Sum> values = new ArrayList<>();
            while (row.next() && row.getString("currency") != null) {
                values.add(new ShipmentFigures.Sum(row.getBigDecimal("value"), row.getString("currency")));
            }
            return new ShipmentFigures(
                    row.getLong("shipments"), row.getLong("lines"), values, row.getLong("customers"));
        }
    }
}
