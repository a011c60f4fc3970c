package io.millrace.billing.payment.service;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How soon the provider is asked again.
 *
 * @param firstRetry before the second try; doubles from then on
 * @param longestRetry where it stops to grow
 * @param refusedRetry between tries of what the provider does not accept
 */
public record Pace(Duration firstRetry, Duration longestRetry, Duration refusedRetry) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * Exponential, with jitter between half and all of it.
     *
     * @param failures before this one
     */
    Duration afterFailure(int failures, RandomGenerator random) {
        long ceiling = Math.min(longestRetry.toMillis(), firstRetry.toMillis() << Math.min(failures, MOST_DOUBLINGS));
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }
}
