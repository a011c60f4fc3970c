package io.millrace.chassis.consumer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How events are handled.
 *
 * @param batchSize events that one transaction handles at most
 * @param idle how long to wait for an event before looking after lease and connection
 */
@ConfigurationProperties("millrace.consumer")
public record ConsumerConfiguration(
        @Bindable(defaultValue = "1000") int batchSize,
        @Bindable(defaultValue = "1s") Duration idle) {

    public ConsumerConfiguration {
        if (idle.toMillis() < 10 || idle.toSeconds() > 5) {
            throw new IllegalArgumentException("millrace.consumer.idle must be 10ms to 5s, but is " + idle);
        }
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("millrace.consumer.batch-size must be 1 to 10000, but is " + batchSize);
        }
    }
}
