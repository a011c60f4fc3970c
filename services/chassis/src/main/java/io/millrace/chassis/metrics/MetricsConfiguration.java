package io.millrace.chassis.metrics;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How metrics are taken.
 *
 * @param every how often the database is asked for what only it knows
 */
@ConfigurationProperties("millrace.metrics")
public record MetricsConfiguration(
        @Bindable(defaultValue = "5s") Duration every) {

    public MetricsConfiguration {
        if (every.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("millrace.metrics.every must be at least 100ms, but is " + every);
        }
    }
}
