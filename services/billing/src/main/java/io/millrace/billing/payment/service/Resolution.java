package io.millrace.billing.payment.service;

/** What came of settling a payment by hand. */
public sealed interface Resolution {

    /** It stands like this now, or has since before. */
    record Settled(Payment payment) implements Resolution {}

    /** There is no payment for this order. */
    record NoPayment() implements Resolution {}

    /** The provider has not refused it: it settles, or will settle, by itself. Or it is being asked at this moment. */
    record NotStuck(PaymentStatus status) implements Resolution {}

    /** What was seen cannot have become of a payment that stands there. */
    record DoesNotFit(PaymentStatus status) implements Resolution {}
}
