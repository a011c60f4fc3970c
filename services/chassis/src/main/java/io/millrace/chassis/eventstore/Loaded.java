package io.millrace.chassis.eventstore;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * An aggregate as its events have made it.
 *
 * @param state null where nothing has happened yet
 * @param version how many events it has had; 0 where nothing has happened yet
 */
public record Loaded<S>(@Nullable S state, long version) {

    public Loaded {
        if ((state == null) != (version == 0)) {
            throw new IllegalArgumentException("an aggregate with " + version + " events and the state " + state);
        }
    }

    /** An aggregate of which nothing is known. */
    public static <S> Loaded<S> nothing() {
        return new Loaded<>(null, 0);
    }

    public Optional<S> found() {
        return Optional.ofNullable(state);
    }
}
