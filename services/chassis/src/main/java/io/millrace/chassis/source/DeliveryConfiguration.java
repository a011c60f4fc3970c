package io.millrace.chassis.source;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the server delivers events.
 *
 * @param ackWait what is not acknowledged after this time is delivered once more; that costs bandwidth and nothing else, for
 *     a consumer passes over what it has read
 */
@ConfigurationProperties("millrace.consumer")
record DeliveryConfiguration(@Bindable(defaultValue = "2m") Duration ackWait) {

    static final Duration USUAL_ACK_WAIT = Duration.ofMinutes(2);

    DeliveryConfiguration {
        if (ackWait.toMillis() < 1_000) {
            throw new IllegalArgumentException("millrace.consumer.ack-wait must be 1s or more, but is " + ackWait);
        }
    }
}
