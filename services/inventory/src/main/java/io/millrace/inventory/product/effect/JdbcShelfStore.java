package io.millrace.inventory.product.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.inventory.product.service.ShelfStore;
import io.millrace.inventory.product.service.Shelves;
import io.millrace.inventory.product.service.Shelves.Movement;
import io.millrace.inventory.product.service.Stock;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The stock of many products in PostgreSQL. */
@Singleton
final class JdbcShelfStore implements ShelfStore {

    private final TransactionOperations<Connection> transactions;

    JdbcShelfStore(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public Shelves lock(Collection<String> skus) {
        return skus.isEmpty()
                ? new Shelves(Map.of())
                : transactions.executeWrite(transaction -> lock(transaction.getConnection(), skus));
    }

    private static Shelves lock(Connection connection, Collection<String> skus) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT sku, received, on_hand, held, shipped, returned
                FROM product
                WHERE sku = ANY (?)
                ORDER BY sku
                FOR UPDATE
                """)) {
            select.setArray(1, connection.createArrayOf("text", skus.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<String, Stock> stock = new HashMap<>();
                while (row.next()) {
                    stock.put(row.getString("sku"), ProductRows.readStock(row));
                }
                return new Shelves(stock);
            }
        }
    }

    @Override
    public void keep(Shelves shelves) {
        List<Movement> movements = shelves.movements();
        if (!movements.isEmpty()) {
            transactions.executeWrite(transaction -> move(transaction.getConnection(), movements));
        }
    }

    private static int move(Connection connection, List<Movement> movements) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE product
                SET on_hand = product.on_hand + moved.on_hand, held = product.held + moved.held,
                    shipped = product.shipped + moved.shipped, returned = product.returned + moved.returned
                FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                    AS moved (sku, on_hand, held, shipped, returned)
                WHERE product.sku = moved.sku
                """)) {
            set(update, 1, "text", movements, Movement::sku);
            set(update, 2, "bigint", movements, Movement::onHand);
            set(update, 3, "bigint", movements, Movement::held);
            set(update, 4, "bigint", movements, Movement::shipped);
            set(update, 5, "bigint", movements, Movement::returned);
            return update.executeUpdate();
        }
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            List<Movement> movements,
            Function<Movement, Object> column)
            throws SQLException {
        Object[] values = movements.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
