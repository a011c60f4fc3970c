package io.millrace.billing.payment.service;

/** What a person saw at the provider about a payment that the provider does not settle over its API. */
public sealed interface Seen {

    /** Who saw it, why, and whatever else should be known later. */
    String note();

    /** The money was taken. */
    record Taken(String reference, String note) implements Seen {}

    /** No money was taken, and none will be. */
    record NotTaken(String note) implements Seen {}

    /** The money was given back. */
    record GivenBack(String reference, String note) implements Seen {}

    /** What follows from it, where that can be: what is open is settled as if the provider had said so. */
    default Change of(Payment payment) {
        return switch (this) {
            case Taken taken -> payment.charged(taken.reference());
            case NotTaken _ -> payment.declined(Payment.SETTLED_BY_HAND);
            case GivenBack given -> payment.refunded(given.reference());
        };
    }
}
