package io.millrace.chassis.eventstore;

import io.millrace.chassis.outbox.Cause;
import io.millrace.contracts.AggregateId;
import io.millrace.contracts.Event;
import java.util.List;

/**
 * Events that are to happen to an aggregate.
 *
 * @param before the aggregate as the decision was made on it
 * @param events at least one
 * @param cause what led to them
 */
public record Appending<S, E extends Event>(String id, Loaded<S> before, List<E> events, Cause cause) {

    public Appending {
        AggregateId.require(id);
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("nothing happens to " + id);
        }
    }

    /** Events caused by what this thread is working on. */
    public static <S, E extends Event> Appending<S, E> of(String id, Loaded<S> before, List<E> events) {
        return new Appending<>(id, before, events, Cause.current());
    }
}
