package io.millrace.chassis.outbox;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;
import io.millrace.contracts.EventType;

/** Finds the event type of a record in what the compiler wrote down about it. */
public final class EventTypes {

    private static final ClassValue<EventType> CACHE = new ClassValue<>() {
        @Override
        protected EventType computeValue(Class<?> type) {
            return find(type);
        }
    };

    private EventTypes() {}

    /**
     * The type of an event record.
     *
     * @throws IllegalStateException if the record has no {@link EventContract}, or no {@code @SerdeImport} names it
     */
    public static EventType of(Class<? extends Event> record) {
        return CACHE.get(record);
    }

    private static EventType find(Class<?> record) {
        BeanIntrospection<?> introspection = BeanIntrospector.SHARED
                .findIntrospection(record)
                .orElseThrow(() -> new IllegalStateException("nothing was compiled for event record " + record.getName()
                        + ": add @SerdeImport(" + record.getSimpleName() + ".class) to a class of the service"));
        String name = introspection
                .stringValue(EventContract.class)
                .orElseThrow(() -> new IllegalStateException(record.getName() + " has no @EventContract"));
        return EventType.of(
                name, introspection.stringValue(EventContract.class, "version").orElse("1.0"));
    }
}
