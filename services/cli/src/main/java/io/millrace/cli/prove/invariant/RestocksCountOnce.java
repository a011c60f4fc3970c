package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.invariant.ProductFold.Product;
import io.millrace.cli.prove.load.Restock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pieces that were confirmed to have come in are there once, with one event for each time. */
final class RestocksCountOnce implements Invariant {

    private record Sum(int times, long pieces) {

        Sum and(long more) {
            return new Sum(times + 1, pieces + more);
        }
    }

    @Override
    public Verdict check(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>();
        Map<String, Restock> said = evidence.ledger().restocks();
        Set<String> ours = new HashSet<>();
        said.values().forEach(restock -> ours.add(restock.sku()));
        Map<String, Sum> sums = new HashMap<>();
        Set<String> missing = new HashSet<>();
        said.forEach((key, restock) -> {
            if (restock.acknowledged()) {
                missing.add(key);
            }
        });
        try (Connection connection = evidence.databases().connect("inventory");
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT sku, sku || '/' || id AS key, quantity FROM restock");
            while (row.next()) {
                String key = row.getString("key");
                sums.merge(
                        row.getString("sku"), new Sum(1, row.getInt("quantity")), (sum, one) -> sum.and(one.pieces()));
                missing.remove(key);
                if (ours.contains(row.getString("sku"))
                        && (!said.containsKey(key) || said.get(key).pieces() != row.getInt("quantity"))) {
                    violations.add(
                            "%s has brought %d pieces, which nobody said".formatted(key, row.getInt("quantity")));
                }
            }
        }
        missing.forEach(key -> violations.add(key + " was confirmed and is not there"));
        evidence.folds().products().products().forEach((sku, product) -> compare(sku, product, sums, violations));
        return Verdict.of(
                "Each acknowledged restock counts exactly once", "%,d restocks".formatted(said.size()), violations);
    }

    private static void compare(String sku, Product product, Map<String, Sum> sums, List<String> violations) {
        Sum told = new Sum(product.restocks(), product.received());
        Sum kept = sums.getOrDefault(sku, new Sum(0, 0));
        if (!told.equals(kept)) {
            violations.add("%s: the stream tells of %s, the table holds %s".formatted(sku, told, kept));
        }
    }
}
