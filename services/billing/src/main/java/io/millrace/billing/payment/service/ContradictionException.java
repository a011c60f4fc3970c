package io.millrace.billing.payment.service;

import io.millrace.contracts.Money;

/** Somebody asks for another amount for an order than before. Nobody but a person can know which one is meant. */
public final class ContradictionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContradictionException(String orderId, Money before, Money now) {
        super("payment %s is one of %s, but now %s is asked for".formatted(orderId, text(before), text(now)));
    }

    private static String text(Money money) {
        return money.amount() + " " + money.currency();
    }
}
