package io.millrace.chassis.eventstore;

import io.micronaut.core.annotation.Nullable;
import io.millrace.contracts.Event;

/**
 * What an event makes of an aggregate. A pure function: the same events always give the same state.
 *
 * @param <S> the state of an aggregate
 * @param <E> the sealed interface of its events, so that a switch over them is exhaustive
 */
@FunctionalInterface
public interface Fold<S, E extends Event> {

    /** @param before what it was, or null before the first event */
    S apply(@Nullable S before, E event);
}
