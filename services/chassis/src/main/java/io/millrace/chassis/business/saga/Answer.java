package io.millrace.chassis.business.saga;

import io.millrace.contracts.Event;
import java.util.function.BiFunction;

/** What an event means to a step. */
record Answer<S>(Meaning meaning, BiFunction<S, Event, S> learn) {

    enum Meaning {
        /** While the step is asked for: on with the next one. */
        GOES_ON,
        /** While the step is asked for: it did not happen, and what was done before it is undone. */
        FAILS,
        /** While the step is undone: on with the one before. */
        UNDONE,
        /** While the step is undone: it happened for good, so the saga goes on instead. */
        CANNOT_BE_UNDONE;

        /** Whether both may be meant at the same time. */
        boolean countsWhen(Meaning other) {
            return (countsIn(Phase.RUNNING) && other.countsIn(Phase.RUNNING))
                    || (countsIn(Phase.COMPENSATING) && other.countsIn(Phase.COMPENSATING));
        }

        boolean countsIn(Phase phase) {
            return switch (this) {
                case GOES_ON, FAILS -> phase == Phase.RUNNING;
                case UNDONE, CANNOT_BE_UNDONE -> phase == Phase.COMPENSATING;
            };
        }
    }

    static <S, E extends Event> Answer<S> of(Meaning meaning, Class<E> type, BiFunction<S, E, S> learn) {
        return new Answer<>(meaning, (state, event) -> learn.apply(state, type.cast(event)));
    }
}
