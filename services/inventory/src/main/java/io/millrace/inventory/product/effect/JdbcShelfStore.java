package io.millrace.inventory.product.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
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
            Columns.texts(select, 1, skus);
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
            new Columns<>(update, movements)
                    .set(1, "text", Movement::sku)
                    .set(2, "bigint", Movement::onHand)
                    .set(3, "bigint", Movement::held)
                    .set(4, "bigint", Movement::shipped)
                    .set(5, "bigint", Movement::returned);
            return update.executeUpdate();
        }
    }
}
