package io.millrace.chassis.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/**
 * How the server delivers events.
 *
 * @param ackWait what is not acknowledged after this time is delivered once more; that costs bandwidth and nothing else, for
 *     a consumer passes over what it has read. Empty for what the consumer's declaration says
 */
@ConfigurationProperties("millrace.consumer")
record DeliveryConfiguration(Optional<Duration> ackWait) {

    DeliveryConfiguration {
        ackWait.filter(wait -> wait.toMillis() < 1_000).ifPresent(wait -> {
            throw new IllegalArgumentException("millrace.consumer.ack-wait must be 1s or more, but is " + wait);
        });
    }
}
