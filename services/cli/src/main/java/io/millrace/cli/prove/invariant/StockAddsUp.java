package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.invariant.ProductFold.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * For each product, every piece that the stream says came is on hand, held for an order that waits, or left and did not come
 * back; and none ever went where there was none.
 */
final class StockAddsUp implements Invariant {

    @Override
    public Verdict check(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>(evidence.folds().products().impossible());
        long products = 0;
        long pieces = 0;
        try (Connection connection = evidence.databases().connect("inventory");
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("""
                    SELECT sku, on_hand, held, shipped, returned, coalesce(waiting.quantity, 0) AS waiting
                    FROM product
                    LEFT JOIN (
                        SELECT sku, sum(quantity) AS quantity
                        FROM reservation_line JOIN reservation USING (order_id)
                        WHERE status = 'HELD'
                        GROUP BY sku
                    ) AS waiting USING (sku)""");
            while (row.next()) {
                Product product = evidence.folds().products().products().get(row.getString("sku"));
                long received = product == null ? 0 : product.received();
                products++;
                pieces += received;
                compare(row, received, violations);
            }
        }
        return Verdict.of(
                "Stock: received = on hand + held + shipped - returned",
                "%,d products, %,d pieces".formatted(products, pieces),
                violations);
    }

    private static void compare(ResultSet row, long received, List<String> violations) throws SQLException {
        long found = row.getLong("on_hand") + row.getLong("held") + row.getLong("shipped") - row.getLong("returned");
        if (found != received) {
            violations.add(
                    "%d pieces of %s came, %d are accounted for".formatted(received, row.getString("sku"), found));
        }
        if (row.getLong("held") != row.getLong("waiting")) {
            violations.add("%d pieces of %s are held, for orders that want %d"
                    .formatted(row.getLong("held"), row.getString("sku"), row.getLong("waiting")));
        }
    }
}
