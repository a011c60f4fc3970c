package io.millrace.cli.importing.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to go on while something does not work. Safe for use by many threads. */
final class Patience {

    private final Duration limit;
    private final Clock clock;
    private volatile Instant lastProgress;

    Patience(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.lastProgress = clock.instant();
    }

    Duration limit() {
        return limit;
    }

    Instant now() {
        return clock.instant();
    }

    /** Something went on. */
    void progress() {
        lastProgress = clock.instant();
    }

    /** Whether an attempt that began then has taken longer than the limit. */
    boolean isOverSince(Instant began) {
        return clock.instant().isAfter(began.plus(limit));
    }

    /** Whether nothing at all has gone on for longer than the limit. */
    boolean isOver() {
        return isOverSince(lastProgress);
    }
}
