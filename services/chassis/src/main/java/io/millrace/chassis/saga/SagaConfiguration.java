package io.millrace.chassis.saga;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How sagas wait.
 *
 * @param grace nobody is given up for being late before events have gone from this service to its stream for so long without a
 *     break: after an outage, the others must have the questions first, and time to answer them
 */
@ConfigurationProperties("millrace.sagas")
record SagaConfiguration(@Bindable(defaultValue = "5m") Duration grace) {

    SagaConfiguration {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("millrace.sagas.grace must not be negative, but is " + grace);
        }
    }
}
