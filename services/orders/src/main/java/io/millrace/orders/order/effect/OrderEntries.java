package io.millrace.orders.order.effect;

import io.millrace.orders.order.service.OrderCatalogue.Standing;
import io.millrace.orders.order.service.OrderSummary;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

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
            insert.setArray(1, array("text", orders, OrderSummary::id));
            insert.setArray(2, array("bigint", orders, OrderSummary::version));
            insert.setArray(3, array("text", orders, order -> order.status().name()));
            insert.setArray(4, array("text", orders, OrderSummary::customerId));
            insert.setArray(5, array("int", orders, OrderSummary::lineCount));
            insert.setArray(6, array("numeric", orders, order -> order.total().toDecimal()));
            insert.setArray(7, array("text", orders, order -> order.total().currency()));
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
            update.setArray(1, array("text", standings, Standing::orderId));
            update.setArray(2, array("bigint", standings, Standing::version));
            update.setArray(
                    3, array("text", standings, standing -> standing.status().name()));
            return update.executeUpdate();
        }
    }

    private <R> Array array(String type, List<R> rows, Function<R, ?> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
