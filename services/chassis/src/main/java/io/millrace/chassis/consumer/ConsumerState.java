package io.millrace.chassis.consumer;

import java.time.Instant;

/**
 * What a consumer is doing, for health and status.
 *
 * @param name the durable's name
 * @param stream what it reads
 * @param position the last handled sequence, as far as this instance knows
 * @param lag events of the stream behind the position, or null if not known
 * @param owner whether this instance handles them
 * @param lastProgress when the last batch was committed here, or null
 * @param state in words
 */
public record ConsumerState(
        String name, String stream, long position, Long lag, boolean owner, Instant lastProgress, String state) {

    private static final String PAUSED = "paused";

    static ConsumerState starting(String name, String stream) {
        return new ConsumerState(name, stream, 0, null, false, null, "starting");
    }

    ConsumerState standby() {
        return new ConsumerState(name, stream, position, null, false, lastProgress, "standby");
    }

    ConsumerState paused(long newPosition, long newLag) {
        return new ConsumerState(name, stream, newPosition, newLag, true, lastProgress, PAUSED);
    }

    boolean isPaused() {
        return state.equals(PAUSED);
    }

    /** Trouble is its owner's: whoever stands by has none. */
    ConsumerState trouble(String what) {
        return new ConsumerState(name, stream, position, null, true, lastProgress, what);
    }

    ConsumerState at(long newPosition, long newLag) {
        return new ConsumerState(
                name, stream, newPosition, newLag, true, lastProgress, newLag == 0 ? "live" : "catching up");
    }

    ConsumerState progressed(long newPosition, long newLag, Instant time) {
        return new ConsumerState(name, stream, newPosition, newLag, true, time, newLag == 0 ? "live" : "catching up");
    }
}
