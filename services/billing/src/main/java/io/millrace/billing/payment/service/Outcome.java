package io.millrace.billing.payment.service;

/** What came of asking the provider. */
public sealed interface Outcome {

    /** It is done. */
    record Done(String reference) implements Outcome {}

    /** The card is refused, and no money was taken. */
    record Declined(String code) implements Outcome {}

    /** Nobody knows whether it was done: no answer, or none that says it. Asking again with the same key finds out. */
    record Unknown(String reason) implements Outcome {}

    /**
     * The provider does not accept what it is asked, and no money moved by that. Somebody must set it right here.
     *
     * @param keyUsed it was asked for something else with the same key before, and that may have moved money
     */
    record Refused(String reason, boolean keyUsed) implements Outcome {}

    /** The provider accepts nothing of who asks with this shop's key, whatever it is. No money moved by that. */
    record LockedOut(String reason) implements Outcome {}
}
