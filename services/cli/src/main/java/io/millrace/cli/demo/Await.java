package io.millrace.cli.demo;

import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks again and again until something is seen, and never longer than a limit. */
record Await(Clock clock, Duration limit) {

    private static final long PAUSE_MILLIS = 25;

    /**
     * Returns what was seen. A service that does not answer at the moment is asked again.
     *
     * @param what completes the sentence "was not seen within 60 s"
     * @throws CommandFailure it was not seen in time
     */
    <T> T until(String what, Look<T> look) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        while (true) {
            Optional<T> seen = seen(look);
            if (seen.isPresent()) {
                return seen.get();
            }
            if (clock.instant().isAfter(end)) {
                throw new CommandFailure("%s was not seen within %d s".formatted(what, limit.toSeconds()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static <T> Optional<T> seen(Look<T> look) throws InterruptedException {
        try {
            return look.look();
        } catch (IOException notAnswering) {
            return Optional.empty();
        }
    }

    /** One look: what is there, empty if it is not there yet. */
    @FunctionalInterface
    interface Look<T> {
        Optional<T> look() throws IOException, InterruptedException;
    }
}
