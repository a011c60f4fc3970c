package io.millrace.chassis.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff with full jitter between half and all of the delay. Not safe for several threads. */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private int failures;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    public void reset() {
        failures = 0;
    }

    /** The delay before the next try. Doubles with each call until {@link #reset()}. */
    public Duration next() {
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures++, 30));
        return Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
    }
}
