package io.millrace.orders.order.effect;

import io.millrace.contracts.Money;
import io.millrace.orders.order.service.OrderQuery;
import io.millrace.orders.order.service.OrderStatus;
import io.millrace.orders.order.service.OrderSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lists of orders, read along an index of customer or status where only some are wanted. */
record OrderLists(Connection connection) {

    List<OrderSummary> list(OrderQuery query, int limit) throws SQLException {
        String ofCustomer = query.customerId().map(_ -> "AND customer_id = ?").orElse("");
        String atStatus = query.status().map(_ -> "AND status = ?").orElse("");
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, version, status, customer_id, line_count, amount, currency
                FROM customer_order
                WHERE id > ? %s %s
                ORDER BY id
                LIMIT ?
                """.formatted(ofCustomer, atStatus))) {
            int next = 1;
            select.setString(next++, query.afterId());
            if (query.customerId().isPresent()) {
                select.setString(next++, query.customerId().get());
            }
            if (query.status().isPresent()) {
                select.setString(next++, query.status().get().name());
            }
            select.setInt(next, limit);
            return read(select);
        }
    }

    private static List<OrderSummary> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<OrderSummary> found = new ArrayList<>();
            while (row.next()) {
                found.add(new OrderSummary(
                        row.getString("id"),
                        row.getLong("version"),
                        OrderStatus.valueOf(row.getString("status")),
                        row.getString("customer_id"),
                        row.getInt("line_count"),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency"))));
            }
            return found;
        }
    }
}
