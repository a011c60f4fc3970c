package io.millrace.billing.payment.service;

/**
 * Money to be given back.
 *
 * @param key the same whenever the same refund is asked for, after a crash and by another instance too
 * @param charge what the provider calls the charge
 */
public record Refund(String key, String charge) {

    static Refund of(Payment payment) {
        return new Refund("refund-" + payment.orderId(), payment.charge().orElseThrow());
    }
}
