package io.millrace.chassis.consumer;

import java.time.Instant;
import java.util.Optional;

/**
 * What a consumer is doing, for health and status.
 *
 * @param name the durable's name
 * @param stream what it reads
 * @param position the last handled sequence, as far as this instance knows
 * @param lag events of the stream that are not handled yet, or null if not known
 * @param waitingSince when the stream took the first of these, or the last before it; empty if none waits or it is not known
 * @param owner whether this instance handles them
 * @param lastProgress when the last batch was committed here, or null
 * @param state in words
 */
public record ConsumerState(
        String name,
        String stream,
        long position,
        Long lag,
        Optional<Instant> waitingSince,
        boolean owner,
        Instant lastProgress,
        String state) {

    private static final String PAUSED = "paused";

    static ConsumerState starting(String name, String stream) {
        return new ConsumerState(name, stream, 0, null, Optional.empty(), false, null, "starting");
    }

    /** Whether its events are handled as they should be, as far as this instance has to care. */
    public boolean flowing() {
        return !owner || lag != null;
    }

    ConsumerState standby() {
        return new ConsumerState(name, stream, position, null, Optional.empty(), false, lastProgress, "standby");
    }

    ConsumerState paused(long newPosition, long newLag, Optional<Instant> since) {
        return new ConsumerState(name, stream, newPosition, newLag, since, true, lastProgress, PAUSED);
    }

    boolean isPaused() {
        return state.equals(PAUSED);
    }

    /** @param owns whether it holds the lease: trouble of who cannot ask for it is not this consumer's */
    ConsumerState trouble(String what, boolean owns) {
        return new ConsumerState(
                name, stream, position, null, owns ? waitingSince : Optional.empty(), owns, lastProgress, what);
    }

    /** It reads, and has nothing at hand. */
    ConsumerState at(long newPosition, long newLag, Optional<Instant> since) {
        return reading(newPosition, newLag, newLag == 0 ? Optional.empty() : since, lastProgress);
    }

    /** It has a batch at hand, which is part of the lag until it is committed. */
    ConsumerState handling(long newLag, Optional<Instant> since) {
        return reading(position, newLag, since, lastProgress);
    }

    /** It has committed a batch, the last event of which the stream took at a time. */
    ConsumerState progressed(long newPosition, long newLag, Optional<Instant> newest, Instant time) {
        return reading(newPosition, newLag, newLag == 0 ? Optional.empty() : newest, time);
    }

    private ConsumerState reading(long newPosition, long newLag, Optional<Instant> since, Instant progress) {
        return new ConsumerState(
                name, stream, newPosition, newLag, since, true, progress, newLag == 0 ? "live" : "catching up");
    }
}
