package io.millrace.chassis.idempotency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long answers are remembered.
 *
 * @param keep a request that is sent again after this time is done again
 */
@ConfigurationProperties("millrace.idempotency")
public record IdempotencyConfiguration(
        @Bindable(defaultValue = "24h") Duration keep) {

    public IdempotencyConfiguration {
        if (keep.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("millrace.idempotency.keep must be at least 1m, but is " + keep);
        }
    }
}
