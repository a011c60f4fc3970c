package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.invariant.OrderFold.Order;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Each order has one fulfilment, which is over, as its order says, and has emitted what the stream holds of it. */
final class SagasAreOver implements Invariant {

    @Override
    public Verdict check(Evidence evidence) throws SQLException {
        List<String> violations = new ArrayList<>();
        Map<String, Order> orders = evidence.folds().orders().orders();
        Set<String> without = new HashSet<>(orders.keySet());
        try (Connection connection = evidence.databases().connect("orders");
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT id, phase, step, version FROM messaging.saga");
            while (row.next()) {
                String id = row.getString("id");
                without.remove(id);
                compare(id, orders.get(id), row, violations);
            }
        }
        without.forEach(id -> violations.add(id + " has no fulfilment"));
        return Verdict.of("Every fulfilment is over, and its order agrees", fates(orders), violations);
    }

    private static void compare(String id, Order order, ResultSet row, List<String> violations) throws SQLException {
        String found = row.getString("phase") + " at " + row.getString("step");
        if (order == null) {
            violations.add("there is a fulfilment of %s, which nobody placed".formatted(id));
        } else if (!ends(order.status()).contains(found)) {
            violations.add("the fulfilment of %s is %s, its order is %s".formatted(id, found, order.status()));
        } else if (order.asked() != row.getLong("version")) {
            violations.add("the fulfilment of %s has emitted %d events, the stream holds %d"
                    .formatted(id, row.getLong("version"), order.asked()));
        }
    }

    /** What came back before anybody could say that it was on its way was cancelled, or is returned by its undoing. */
    private static Set<String> ends(String status) {
        return switch (status) {
            case "SHIPPED", "DELIVERED" -> Set.of("DONE at shipment");
            case "RETURNED" -> Set.of("DONE at refund", "UNDONE at stock");
            case "CANCELLED", "REJECTED" -> Set.of("UNDONE at stock");
            default -> Set.of();
        };
    }

    private static String fates(Map<String, Order> orders) {
        Map<String, Integer> fates = new TreeMap<>();
        orders.values().forEach(order -> fates.merge(order.fate(), 1, Integer::sum));
        return fates.entrySet().stream()
                .map(fate -> "%,d %s".formatted(fate.getValue(), fate.getKey()))
                .collect(Collectors.joining(", "));
    }
}
