package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/** What is to become of dead letters. */
sealed interface Change {

    /**
     * They are tried again, as if for the first time.
     *
     * @param perSecond how many at most; empty for all at once
     */
    record Redrive(Optional<Integer> perSecond) implements Change {}

    /** They are thrown away, and what waits behind them goes on. */
    record Discard() implements Change {}

    static Change redrive(@Nullable Integer perSecond) {
        return new Redrive(Optional.ofNullable(perSecond));
    }

    /** As {@code messaging.dead_letter_action} says it. */
    default String action() {
        return switch (this) {
            case Redrive _ -> "REDRIVE";
            case Discard _ -> "DISCARD";
        };
    }

    /** The state that they get, in which the consumer's owner finds them. */
    default ParkedState state() {
        return switch (this) {
            case Redrive _ -> ParkedState.RETRYING;
            case Discard _ -> ParkedState.DISCARDED;
        };
    }

    /** How far apart they become due. */
    default long intervalMicros() {
        return switch (this) {
            case Redrive redrive ->
                redrive.perSecond().map(rate -> 1_000_000L / rate).orElse(0L);
            case Discard _ -> 0;
        };
    }
}
