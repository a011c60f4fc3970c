package io.millrace.billing.payment.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.billing.PaymentEvent;
import java.util.List;

/**
 * A payment as it is after something happened.
 *
 * @param before as it was, or null if there was none
 * @param after with the version that the events lead to
 * @param events what happened, in order; none where nobody needs to know
 */
public record Change(Payment before, Payment after, List<PaymentEvent> events) {

    public Change {
        requireNonNull(after, "after");
        events = List.copyOf(events);
    }

    /** Whether it changes nothing and says nothing. */
    public boolean isNone() {
        return events.isEmpty() && after.equals(before);
    }
}
