package io.millrace.chassis.parked;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How handlers are tried again that do not say so themselves with {@code @Retries}.
 *
 * @param attempts at most, the first one included
 * @param firstDelay before the second attempt; doubles from then on
 * @param longestDelay where it stops to grow
 */
@ConfigurationProperties("millrace.consumer.retries")
public record RetryConfiguration(
        @Bindable(defaultValue = "8") int attempts,
        @Bindable(defaultValue = "500ms") Duration firstDelay,
        @Bindable(defaultValue = "2m") Duration longestDelay) {

    public RetryPolicy policy() {
        return new RetryPolicy(attempts, firstDelay, longestDelay);
    }
}
