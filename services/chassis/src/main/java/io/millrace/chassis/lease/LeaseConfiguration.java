package io.millrace.chassis.lease;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How leases are held.
 *
 * @param duration after an owner dies without a word, another takes over within this time
 */
@ConfigurationProperties("millrace.lease")
public record LeaseConfiguration(
        @Bindable(defaultValue = "10s") Duration duration) {

    public LeaseConfiguration {
        if (duration.compareTo(Duration.ofMillis(300)) < 0) {
            throw new IllegalArgumentException("millrace.lease.duration must be at least 300ms, but is " + duration);
        }
    }
}
