package io.millrace.chassis.parked;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often an event is tried, and how far apart.
 *
 * @param attempts at most, the first one included
 * @param firstDelay before the second attempt; doubles from then on
 * @param longestDelay where it stops to grow
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay) {

    public RetryPolicy {
        if (attempts < 1 || attempts > 1_000) {
            throw new IllegalArgumentException("attempts must be 1 to 1000, but is " + attempts);
        }
        if (firstDelay.toMillis() < 1 || longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("delays must be 1ms or more and must not shrink, but are " + firstDelay
                    + " at first and " + longestDelay + " at last");
        }
    }

    boolean allowsMoreThan(int made) {
        return made < attempts;
    }

    /** The delay after so many attempts, between half and all of what doubling gives. */
    Duration after(int made) {
        long doubled = firstDelay.toMillis() << Math.min(made - 1, 30);
        long ceiling = Math.min(longestDelay.toMillis(), doubled < 0 ? Long.MAX_VALUE : doubled);
        return Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
    }
}
