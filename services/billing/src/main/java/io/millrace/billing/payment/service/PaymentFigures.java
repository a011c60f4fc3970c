package io.millrace.billing.payment.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All payments, counted.
 *
 * @param counts how many stand where; states without any are left out
 * @param captured what was taken, given back since or not, a sum for each currency
 * @param refunded what was given back, a sum for each currency
 */
public record PaymentFigures(Map<PaymentStatus, Long> counts, List<Sum> captured, List<Sum> refunded) {

    public PaymentFigures {
        counts = Map.copyOf(counts);
        captured = List.copyOf(captured);
        refunded = List.copyOf(refunded);
    }

    /** A sum of money. It may have more digits than an amount on the wire. */
    public record Sum(BigDecimal amount, String currency) {}
}
