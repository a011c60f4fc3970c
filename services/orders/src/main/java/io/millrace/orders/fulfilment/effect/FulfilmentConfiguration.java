package io.millrace.orders.fulfilment.effect;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long others may take.
 *
 * @param stockWithin inventory; an order that it does not answer for is given up
 * @param paymentWithin billing, which waits by itself while the provider is away
 */
@ConfigurationProperties("millrace.fulfilment")
record FulfilmentConfiguration(
        @Bindable(defaultValue = "1h") Duration stockWithin,
        @Bindable(defaultValue = "24h") Duration paymentWithin) {

    FulfilmentConfiguration {
        require("stock-within", stockWithin);
        require("payment-within", paymentWithin);
    }

    private static void require(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "millrace.fulfilment." + name + " must be longer than 0, but is " + time);
        }
    }
}
