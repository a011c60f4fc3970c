package io.millrace.inventory.product.effect;

import io.millrace.inventory.product.service.StockFigures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The figures, all from one statement, so that they are of one moment. */
record StockSums(Connection connection) {

    StockFigures figures() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT count(*) AS products,
                       coalesce(sum(received), 0) AS received, coalesce(sum(on_hand), 0) AS on_hand,
                       coalesce(sum(held), 0) AS held, coalesce(sum(shipped), 0) AS shipped,
                       coalesce(sum(returned), 0) AS returned
                FROM product
                """);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new StockFigures(
                    row.getLong("products"),
                    row.getLong("received"),
                    row.getLong("on_hand"),
                    row.getLong("held"),
                    row.getLong("shipped"),
                    row.getLong("returned"));
        }
    }
}
