package io.millrace.cli.prove.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How often each kind of event happened to each order: an order, its reservation, payment and shipment have one id. */
final class Occurrences {

    private final Map<String, Map<String, Integer>> byOrder = new HashMap<>();

    void add(StoredEvent event) {
        byOrder.computeIfAbsent(event.aggregate(), _ -> new HashMap<>(16)).merge(event.type(), 1, Integer::sum);
    }

    Set<String> orders() {
        return byOrder.keySet();
    }

    int of(String order, String type) {
        return byOrder.getOrDefault(order, Map.of()).getOrDefault(type, 0);
    }
}
