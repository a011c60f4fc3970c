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

/** Lists of orders, each read along an index of its own. */
record OrderLists(Connection connection) {

    List<OrderSummary> list(OrderQuery query, int limit) throws SQLException {
        return query.customerId().isPresent()
                ? ofCustomer(query.customerId().get(), query.afterId(), limit)
                : all(query.afterId(), limit);
    }

    private List<OrderSummary> all(String afterId, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, version, status, customer_id, line_count, amount, currency
                FROM customer_order
                WHERE id > ?
                ORDER BY id
                LIMIT ?
                """)) {
            select.setString(1, afterId);
            select.setInt(2, limit);
            return read(select);
        }
    }

    private List<OrderSummary> ofCustomer(String customerId, String afterId, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, version, status, customer_id, line_count, amount, currency
                FROM customer_order
                WHERE customer_id = ? AND id > ?
                ORDER BY id
                LIMIT ?
                """)) {
            select.setString(1, customerId);
            select.setString(2, afterId);
            select.setInt(3, limit);
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
