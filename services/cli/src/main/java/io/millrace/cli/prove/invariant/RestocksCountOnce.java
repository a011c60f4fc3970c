package io.millrace.cli.prove.invariant;

import static java.util.stream.Collectors.toSet;

import io.millrace.cli.prove.invariant.ProductFold.Product;
import io.millrace.cli.prove.load.Restock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pieces that were confirmed to have come in are there once, with one event for each time. */
final class RestocksCountOnce implements Invariant {

    /** All that came of a product. */
    private record Sum(int times, long pieces) {

        static final Sum NOTHING = new Sum(0, 0);

        Sum and(int more) {
            return new Sum(times + 1, pieces + more);
        }
    }

    /** A row of the table. */
    private record Kept(String sku, String id, int pieces) {

        String key() {
            return sku + "/" + id;
        }
    }

    @Override
    public Verdict check(Evidence evidence) throws SQLException {
        Map<String, Restock> said = evidence.ledger().restocks();
        List<Kept> kept = kept(evidence);
        List<String> violations = new ArrayList<>(lost(said, kept));
        violations.addAll(invented(said, kept));
        violations.addAll(unequal(evidence.folds().products().products(), kept));
        return Verdict.of(
                "Each acknowledged restock counts exactly once", "%,d restocks".formatted(said.size()), violations);
    }

    private static List<Kept> kept(Evidence evidence) throws SQLException {
        try (Connection connection = evidence.databases().connect("inventory");
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT sku, id, quantity FROM restock");
            List<Kept> kept = new ArrayList<>();
            while (row.next()) {
                kept.add(new Kept(row.getString("sku"), row.getString("id"), row.getInt("quantity")));
            }
            return kept;
        }
    }

    private static List<String> lost(Map<String, Restock> said, List<Kept> kept) {
        Set<String> there = kept.stream().map(Kept::key).collect(toSet());
        return said.entrySet().stream()
                .filter(entry -> entry.getValue().acknowledged() && !there.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " was confirmed and is not there")
                .toList();
    }

    /** Others may have restocked products of their own. */
    private static List<String> invented(Map<String, Restock> said, List<Kept> kept) {
        Set<String> ours = said.values().stream().map(Restock::sku).collect(toSet());
        return kept.stream()
                .filter(row -> ours.contains(row.sku()))
                .filter(row ->
                        !said.containsKey(row.key()) || said.get(row.key()).pieces() != row.pieces())
                .map(row -> "%s has brought %d pieces, which nobody said".formatted(row.key(), row.pieces()))
                .toList();
    }

    private static List<String> unequal(Map<String, Product> products, List<Kept> kept) {
        Map<String, Sum> sums = new HashMap<>();
        kept.forEach(row ->
                sums.put(row.sku(), sums.getOrDefault(row.sku(), Sum.NOTHING).and(row.pieces())));
        List<String> violations = new ArrayList<>();
        products.forEach((sku, product) -> {
            Sum told = new Sum(product.restocks(), product.received());
            Sum there = sums.getOrDefault(sku, Sum.NOTHING);
            if (!told.equals(there)) {
                violations.add("%d pieces of %s came %d times, the table holds %d in %d rows"
                        .formatted(told.pieces(), sku, told.times(), there.pieces(), there.times()));
            }
        });
        return violations;
    }
}
