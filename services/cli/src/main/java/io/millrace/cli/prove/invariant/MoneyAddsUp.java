package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.invariant.OrderFold.Order;
import io.millrace.cli.prove.invariant.PaymentFold.Payment;
import io.millrace.cli.prove.invariant.ProviderBooks.Moved;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An order that was sent and kept is paid for, no other one is, and the provider's own books say the same as billing's,
 * charge by charge.
 */
final class MoneyAddsUp implements Invariant {

    private static final Payment NONE = new Payment();

    @Override
    public Verdict check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        ProviderBooks books = evidence.provider();
        evidence.folds().orders().orders().forEach((id, order) -> {
            Payment payment = evidence.folds().payments().payments().getOrDefault(id, NONE);
            compare(id, wanted(order), payment, violations);
            compare(id, payment, books, violations);
        });
        Set<String> strangers = new HashSet<>(books.charges().keySet());
        strangers.removeAll(evidence.folds().orders().orders().keySet());
        strangers.forEach(
                id -> violations.add("the provider was asked for money for %s, which nobody placed".formatted(id)));
        return Verdict.of(
                "Money: captured - refunded = sent and kept, as the provider says",
                "%,d charges, %,d refunds"
                        .formatted(books.charges().size(), books.refunds().size()),
                violations);
    }

    private static BigDecimal wanted(Order order) {
        return switch (order.status()) {
            case "SHIPPED", "DELIVERED", "CONFIRMED" -> order.total();
            default -> BigDecimal.ZERO;
        };
    }

    private static void compare(String id, BigDecimal wanted, Payment payment, List<String> violations) {
        BigDecimal kept = payment.captured().subtract(payment.refunded());
        if (kept.compareTo(wanted) != 0) {
            violations.add("billing has %s for %s, it should have %s".formatted(kept, id, wanted));
        }
    }

    private static void compare(String id, Payment payment, ProviderBooks books, List<String> violations) {
        List<Moved> charges = books.chargesOf(id);
        if (charges.size() > 1) {
            violations.add("the provider has charged %s %d times".formatted(id, charges.size()));
        }
        String charge = charges.isEmpty() ? null : charges.getFirst().id();
        Moved given = charge == null ? null : books.refunds().get(charge);
        String refund = given == null ? null : given.id();
        if (!Objects.equals(charge, payment.charge()) || !Objects.equals(refund, payment.refund())) {
            violations.add("the provider has charge %s and refund %s for %s, billing knows of %s and %s"
                    .formatted(charge, refund, id, payment.charge(), payment.refund()));
        }
        if (books.keptFor(id).compareTo(payment.captured().subtract(payment.refunded())) != 0) {
            violations.add("the provider has kept %s for %s, billing says %s"
                    .formatted(books.keptFor(id), id, payment.captured().subtract(payment.refunded())));
        }
    }
}
