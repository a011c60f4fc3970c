package io.millrace.billing.payment.effect;

/** Tells the breaker of a failure. Nobody throws it, so it needs no stack. */
final class ProviderAwayException extends Exception {

    private static final long serialVersionUID = 1L;

    ProviderAwayException(String reason) {
        super(reason, null, false, false);
    }
}
