package io.millrace.billing.payment.service;

/**
 * The payment provider, outside.
 *
 * <p>What it is asked with the same key has one effect and one outcome, however often it is asked. It is never asked within
 * a transaction.
 */
public interface PaymentGateway {

    /** Takes money from a card. Waits for the outcome, for a limited time. */
    Outcome charge(Charge charge);

    /** Gives all money of a charge back. Waits for the outcome, for a limited time. */
    Outcome refund(Refund refund);
}
