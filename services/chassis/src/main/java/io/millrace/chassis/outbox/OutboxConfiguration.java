package io.millrace.chassis.outbox;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What the outbox remembers.
 *
 * @param keep events that were sent are kept for this long, to be sent again when the broker has lost them; zero keeps none
 */
@ConfigurationProperties("millrace.outbox")
public record OutboxConfiguration(
        @Bindable(defaultValue = "3d") Duration keep) {

    public OutboxConfiguration {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("millrace.outbox.keep must not be negative, but is " + keep);
        }
    }

    public boolean keepsAny() {
        return keep.isPositive();
    }
}
