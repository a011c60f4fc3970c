package io.millrace.orders.order.effect;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The statements on one order and its lines. */
record OrderRows(Connection connection) {

    Optional<Order> find(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, version, status, customer_id, amount, currency, sku, description, quantity, unit_price
                FROM customer_order
                JOIN order_line ON order_id = id
                WHERE id = ?
                ORDER BY number
                """)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** One statement. Writes nothing if the customer is not known, or if there is an order of this id. */
    boolean insert(Order order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                WITH placed AS (
                    INSERT INTO customer_order (id, version, status, customer_id, line_count, amount, currency)
                    SELECT ?, ?, 'PLACED', customer.id, ?, ?, ?
                    FROM customer
                    WHERE customer.id = ? AND customer.status = 'KNOWN'
                    ON CONFLICT (id) DO NOTHING
                    RETURNING id
                )
                INSERT INTO order_line (order_id, number, sku, description, quantity, unit_price)
                SELECT placed.id, line.number, line.sku, line.description, line.quantity, line.unit_price
                FROM placed
                CROSS JOIN unnest(?::text[], ?::text[], ?::int[], ?::numeric[]) WITH ORDINALITY
                    AS line (sku, description, quantity, unit_price, number)
                """)) {
            insert.setString(1, order.id());
            insert.setLong(2, order.version());
            insert.setInt(3, order.lines().size());
            insert.setBigDecimal(4, order.total().toDecimal());
            insert.setString(5, order.total().currency());
            insert.setString(6, order.customerId());
            setColumn(insert, 7, "text", order.lines(), OrderLine::sku);
            setColumn(insert, 8, "text", order.lines(), OrderLine::description);
            setColumn(insert, 9, "int", order.lines(), OrderLine::quantity);
            setColumn(
                    insert,
                    10,
                    "numeric",
                    order.lines(),
                    line -> line.unitPrice().toDecimal());
            return insert.executeUpdate() > 0;
        }
    }

    boolean update(Order order) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE customer_order
                SET status = ?, version = version + 1
                WHERE id = ? AND version = ?
                """)) {
            update.setString(1, order.status().name());
            update.setString(2, order.id());
            update.setLong(3, order.version() - 1);
            return update.executeUpdate() == 1;
        }
    }

    private static void setColumn(
            PreparedStatement statement, int index, String type, List<OrderLine> lines, Function<OrderLine, ?> column)
            throws SQLException {
        Object[] values = lines.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** Reads from the first line's row to the last one's. */
    private static Order read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long version = row.getLong("version");
        OrderStatus status = OrderStatus.valueOf(row.getString("status"));
        String customerId = row.getString("customer_id");
        Money total = money(row, "amount");
        List<OrderLine> lines = new ArrayList<>();
        do {
            lines.add(new OrderLine(
                    row.getString("sku"),
                    row.getString("description"),
                    row.getInt("quantity"),
                    money(row, "unit_price")));
        } while (row.next());
        return new Order(id, version, status, customerId, lines, total);
    }

    private static Money money(ResultSet row, String amount) throws SQLException {
        return Money.of(row.getBigDecimal(amount), row.getString("currency"));
    }
}
