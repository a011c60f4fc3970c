package io.millrace.billing.payment.service;

import java.time.Instant;
import java.util.Optional;

/**
 * How it is with the provider.
 *
 * @param since when the outage began, or was over: a call that tries in between changes nothing
 * @param failures how many of the last calls failed; in an outage, of those since the breaker last tried
 * @param lastFailure what the last one of them was
 */
public record GatewayState(Position position, Instant since, int failures, Optional<String> lastFailure) {

    /** Where a breaker stands. */
    public enum Position {
        /** Calls are made. */
        CLOSED,
        /** None is made for a while. */
        OPEN,
        /** One is made, to see whether the provider answers again. */
        HALF_OPEN
    }
}
