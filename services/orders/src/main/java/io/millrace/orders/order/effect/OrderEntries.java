package io.millrace.orders.order.effect;

import io.millrace.chassis.database.Columns;
import io.millrace.orders.order.service.OrderCatalogue.Standing;
import io.millrace.orders.order.service.OrderSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements that the read model is written with. */
record OrderEntries(Connection connection) {

    int insert(List<OrderSummary> orders) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO customer_order (id, version, status, customer_id, line_count, amount, currency)
                SELECT id, version, status, customer_id, line_count, amount, currency
                FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::numeric[], ?::text[])
                    AS placed (id, version, status, customer_id, line_count, amount, currency)
                ON CONFLICT (id) DO NOTHING
                """)) {
            new Columns<>(insert, orders)
                    .set(1, "text", OrderSummary::id)
                    .set(2, "bigint", OrderSummary::version)
                    .set(3, "text", order -> order.status().name())
                    .set(4, "text", OrderSummary::customerId)
                    .set(5, "int", OrderSummary::lineCount)
                    .set(6, "numeric", order -> order.total().toDecimal())
                    .set(7, "text", order -> order.total().currency());
            return insert.executeUpdate();
        }
    }

    int update(List<Standing> standings) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE customer_order AS known
                SET version = told.version, status = told.status
                FROM (
                    SELECT DISTINCT ON (id) id, version, status
                    FROM unnest(?::text[], ?::bigint[], ?::text[]) AS told (id, version, status)
                    ORDER BY id, version DESC
                ) AS told
                WHERE known.id = told.id AND known.version < told.version
                """)) {
            new Columns<>(update, standings)
                    .set(1, "text", Standing::orderId)
                    .set(2, "bigint", Standing::version)
                    .set(3, "text", standing -> standing.status().name());
            return update.executeUpdate();
        }
    }
}
