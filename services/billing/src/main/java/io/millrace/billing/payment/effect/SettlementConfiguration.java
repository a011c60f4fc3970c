package io.millrace.billing.payment.effect;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.millrace.billing.payment.service.Pace;
import java.time.Duration;

/**
 * How due payments are settled.
 *
 * @param concurrency how many calls of the provider this instance makes at the same time, at most
 * @param poll how often is looked for due payments when nobody says that there are some
 * @param firstRetry before a call is made again that came to nothing; doubles from then on
 * @param longestRetry where it stops to grow
 * @param refusedRetry between calls that the provider does not accept
 */
@ConfigurationProperties("millrace.billing.settlement")
record SettlementConfiguration(
        @Bindable(defaultValue = "8") int concurrency,
        @Bindable(defaultValue = "250ms") Duration poll,
        @Bindable(defaultValue = "500ms") Duration firstRetry,
        @Bindable(defaultValue = "1m") Duration longestRetry,
        @Bindable(defaultValue = "30s") Duration refusedRetry) {

    SettlementConfiguration {
        if (concurrency < 1) {
            throw new IllegalArgumentException(
                    "millrace.billing.settlement.concurrency must be at least 1, but is " + concurrency);
        }
    }

    Pace pace() {
        return new Pace(firstRetry, longestRetry, refusedRetry);
    }
}
