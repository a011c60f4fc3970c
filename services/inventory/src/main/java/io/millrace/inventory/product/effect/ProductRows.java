package io.millrace.inventory.product.effect;

import io.millrace.contracts.Money;
import io.millrace.inventory.product.service.Product;
import io.millrace.inventory.product.service.Stock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on single products and lists of them. */
record ProductRows(Connection connection) {

    Optional<Product> find(String sku) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT *
                FROM product
                WHERE sku = ?
                """)) {
            select.setString(1, sku);
            return read(select).stream().findFirst();
        }
    }

    List<Product> list(String afterSku, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT *
                FROM product
                WHERE sku > ?
                ORDER BY sku
                LIMIT ?
                """)) {
            select.setString(1, afterSku);
            select.setInt(2, limit);
            return read(select);
        }
    }

    boolean insert(Product product) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO product (sku, version, description, price, listed_price, currency,
                                     received, on_hand, held, shipped, returned)
                VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)
                ON CONFLICT (sku) DO NOTHING
                """)) {
            insert.setString(1, product.sku());
            insert.setLong(2, product.version());
            insert.setString(3, product.description());
            insert.setBigDecimal(4, product.price().toDecimal());
            insert.setBigDecimal(5, product.listedPrice().toDecimal());
            insert.setString(6, product.price().currency());
            return insert.executeUpdate() == 1;
        }
    }

    boolean reprice(Product product) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE product
                SET price = ?, version = version + 1
                WHERE sku = ? AND version = ?
                """)) {
            update.setBigDecimal(1, product.price().toDecimal());
            update.setString(2, product.sku());
            update.setLong(3, product.version() - 1);
            return update.executeUpdate() == 1;
        }
    }

    private static List<Product> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Product> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Product(
                        row.getString("sku"),
                        row.getLong("version"),
                        row.getString("description"),
                        Money.of(row.getBigDecimal("price"), row.getString("currency")),
                        Money.of(row.getBigDecimal("listed_price"), row.getString("currency")),
                        readStock(row)));
            }
            return found;
        }
    }

    static Stock readStock(ResultSet row) throws SQLException {
        return new Stock(
                row.getLong("received"),
                row.getLong("on_hand"),
                row.getLong("held"),
                row.getLong("shipped"),
                row.getLong("returned"));
    }
}
