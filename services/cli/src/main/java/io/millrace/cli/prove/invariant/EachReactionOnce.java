package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.invariant.OrderFold.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * Each placed order was prepared once, and each order that was cancelled in time is not sent. What nobody may be sent is
 * not prepared: the customer was erased, or the order cancelled, before.
 */
final class EachReactionOnce implements Invariant {

    @Override
    public Verdict check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        evidence.orders().orders().forEach((id, order) -> look(id, order, evidence, violations));
        evidence.orders().neverPlaced().forEach(id -> violations.add(id + " has a shipment and was never placed"));
        return Verdict.of(
                "Each reaction happened exactly once",
                "%,d orders".formatted(evidence.orders().orders().size()),
                violations);
    }

    private static void look(String id, Order order, Evidence evidence, List<String> violations) {
        boolean excused = order.isCancelled() || evidence.customers().isErased(order.customer());
        if (order.prepared() > 1 || (order.prepared() == 0 && !excused)) {
            violations.add("%s was prepared %d times".formatted(id, order.prepared()));
        }
        int cancelled = order.isCancelled() && !order.isSent() ? 1 : 0;
        if (order.sendingsCancelled() != cancelled) {
            violations.add("the shipment of %s was cancelled %d times instead of %d"
                    .formatted(id, order.sendingsCancelled(), cancelled));
        }
    }
}
