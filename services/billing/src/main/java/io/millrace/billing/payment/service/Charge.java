package io.millrace.billing.payment.service;

import io.millrace.contracts.Money;

/**
 * Money to be taken.
 *
 * @param key the same whenever the same payment is asked for, after a crash and by another instance too
 */
public record Charge(String key, String orderId, Money amount, Card card) {

    static Charge of(Payment payment) {
        return new Charge(
                "charge-" + payment.orderId(),
                payment.orderId(),
                payment.amount().orElseThrow(),
                payment.card().orElseThrow());
    }
}
