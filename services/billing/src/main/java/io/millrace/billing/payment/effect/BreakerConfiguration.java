package io.millrace.billing.payment.effect;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When the provider is not asked any more.
 *
 * @param calls how many of the last calls are looked at
 * @param minimum nothing is concluded from fewer calls than these
 * @param failurePercent from this part of failures on the breaker opens
 * @param openFor how long none is made, before one tries it. Together with the slowest answer it says how soon payments go
 *     on after an outage
 */
@ConfigurationProperties("millrace.billing.breaker")
record BreakerConfiguration(
        @Bindable(defaultValue = "20") int calls,
        @Bindable(defaultValue = "5") int minimum,
        @Bindable(defaultValue = "50") int failurePercent,
        @Bindable(defaultValue = "1500ms") Duration openFor) {

    BreakerConfiguration {
        if (minimum < 1 || calls < minimum) {
            throw new IllegalArgumentException(
                    "millrace.billing.breaker.minimum must be 1 to calls, but is " + minimum);
        }
        if (failurePercent < 1 || failurePercent > 100) {
            throw new IllegalArgumentException(
                    "millrace.billing.breaker.failure-percent must be 1 to 100, but is " + failurePercent);
        }
        if (openFor.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("millrace.billing.breaker.open-for must be above zero");
        }
    }
}
