package io.millrace.chassis.eventstore;

import static java.util.Objects.requireNonNull;

import io.millrace.chassis.outbox.EventTypes;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventType;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of aggregate that is kept as its events.
 *
 * @param name what its events are of, as {@code orders.order} in {@code orders.order.placed}
 * @param events the record of each event type
 * @param state what the events add up to; a snapshot is this, as JSON
 * @param snapshotEvery so many events lie between two snapshots
 * @param format the shape of the state and the meaning of the fold: raised when either changes, so that snapshots from
 *     before are not read any more
 */
public record AggregateType<S, E extends Event>(
        String name,
        Map<String, Class<? extends E>> events,
        Class<S> state,
        Fold<S, E> fold,
        int snapshotEvery,
        int format) {

    private static final int USUAL_DISTANCE = 100;

    public AggregateType {
        requireNonNull(state, "state");
        requireNonNull(fold, "fold");
        events = Map.copyOf(events);
        if (snapshotEvery < 1) {
            throw new IllegalArgumentException("snapshotEvery must be at least 1, but is " + snapshotEvery);
        }
    }

    /**
     * An aggregate with a snapshot every 100 events.
     *
     * @param events a sealed interface, implemented by the records of all events that can happen to it
     * @throws IllegalArgumentException the events are not all of one service's one aggregate
     */
    public static <S, E extends Event> AggregateType<S, E> of(Class<E> events, Class<S> state, Fold<S, E> fold) {
        if (!events.isSealed()) {
            throw new IllegalArgumentException(events.getName() + " must be sealed, so that all events are known");
        }
        Map<String, Class<? extends E>> records = Arrays.stream(events.getPermittedSubclasses())
                .<Class<? extends E>>map(record -> record.asSubclass(events))
                .collect(Collectors.toMap(record -> EventTypes.of(record).name(), Function.identity()));
        return new AggregateType<>(nameOf(records.values()), records, state, fold, USUAL_DISTANCE, 1);
    }

    /** The same with another distance between snapshots. */
    public AggregateType<S, E> withSnapshotEvery(int events) {
        return new AggregateType<>(name, this.events, state, fold, events, format);
    }

    /** The same with another format of snapshots. */
    public AggregateType<S, E> withFormat(int number) {
        return new AggregateType<>(name, events, state, fold, snapshotEvery, number);
    }

    boolean snapshotIsDue(long before, long after) {
        return before / snapshotEvery < after / snapshotEvery;
    }

    private static String nameOf(Iterable<? extends Class<? extends Event>> records) {
        String name = null;
        for (Class<? extends Event> record : records) {
            EventType type = EventTypes.of(record);
            String its = type.service() + "." + type.aggregate();
            if (name != null && !name.equals(its)) {
                throw new IllegalArgumentException("events of one aggregate are of " + name + " and of " + its);
            }
            name = its;
        }
        return requireNonNull(name, "an aggregate without events");
    }
}
