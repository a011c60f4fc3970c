package io.millrace.cli.prove.fault;

import java.time.Duration;

/**
 * How to see that a fault is over.
 *
 * @param sinceNanos from when on recovery counts, as {@link System#nanoTime()} says
 * @param recovered work goes on: the time until then is measured
 * @param whole every part is there again: until then nothing else happens in this lane
 */
record Recovery(long sinceNanos, Condition recovered, Condition whole) {

    /** Something to be seen. One that cannot be asked at the moment does not hold. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    /** It was waited for already, and took so long. */
    static Recovery took(Duration time, Condition whole) {
        return new Recovery(System.nanoTime() - time.toNanos(), () -> true, whole);
    }

    static Recovery since(long nanos, Condition recovered) {
        return new Recovery(nanos, recovered, () -> true);
    }
}
