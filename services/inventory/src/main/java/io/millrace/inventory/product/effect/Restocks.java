package io.millrace.inventory.product.effect;

import io.millrace.inventory.product.service.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Pieces that came in. */
record Restocks(Connection connection) {

    OptionalInt find(String sku, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT quantity
                FROM restock
                WHERE sku = ? AND id = ?
                """)) {
            select.setString(1, sku);
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt("quantity")) : OptionalInt.empty();
            }
        }
    }

    /**
     * Adds to what is there, for reservations may have moved pieces since it was read. The product's row is changed
     * first: only who finds it at the version that was read writes the id.
     */
    boolean add(Product product, String id, int quantity) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement("""
                WITH restocked AS (
                    UPDATE product
                    SET received = received + ?, on_hand = on_hand + ?, version = version + 1
                    WHERE sku = ? AND version = ?
                    RETURNING sku
                )
                INSERT INTO restock (sku, id, quantity)
                SELECT sku, ?, ?
                FROM restocked
                """)) {
            add.setInt(1, quantity);
            add.setInt(2, quantity);
            add.setString(3, product.sku());
            add.setLong(4, product.version() - 1);
            add.setString(5, id);
            add.setInt(6, quantity);
            return add.executeUpdate() == 1;
        }
    }
}
