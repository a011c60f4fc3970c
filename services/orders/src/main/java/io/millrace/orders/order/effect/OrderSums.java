package io.millrace.orders.order.effect;

import io.millrace.orders.order.service.OrderFigures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The figures, all from one statement, so that they are of one moment. */
record OrderSums(Connection connection) {

    OrderFigures figures() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT currency, count(*) AS orders, coalesce(sum(line_count), 0) AS lines,
                       sum(amount) AS revenue, count(DISTINCT customer_id) AS customers
                FROM customer_order
                WHERE status = 'PLACED'
                GROUP BY GROUPING SETS ((currency), ())
                ORDER BY currency NULLS LAST
                """);
                ResultSet row = select.executeQuery()) {
            List<OrderFigures.Sum> revenue = new ArrayList<>();
            while (row.next() && row.getString("currency") != null) {
                revenue.add(new OrderFigures.Sum(row.getBigDecimal("revenue"), row.getString("currency")));
            }
            return new OrderFigures(row.getLong("orders"), row.getLong("lines"), revenue, row.getLong("customers"));
        }
    }
}
