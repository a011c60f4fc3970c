package io.millrace.chassis.consumer;

import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.parked.RetryPolicy;
import io.millrace.contracts.Event;
import io.millrace.contracts.EventType;
import java.util.List;

/**
 * A method that takes events of one type. The call was compiled: there is no reflection here.
 *
 * @param eventType what it takes
 * @param argument the record to decode into
 * @param shape how it wants to be called
 * @param retries how it is tried again
 * @param reaction whether it acts, and so must not be called again
 * @param rebuildable whether a rebuild calls it
 */
record HandlerMethod(
        EventType eventType,
        Argument<? extends Event> argument,
        Shape shape,
        RetryPolicy retries,
        boolean reaction,
        boolean rebuildable,
        Object bean,
        ExecutableMethod<Object, Object> method) {

    enum Shape {
        EVENT,
        EVENT_AND_CONTEXT,
        BATCH
    }

    void handle(Event event, EventContext context) {
        switch (shape) {
            case EVENT -> method.invoke(bean, event);
            case EVENT_AND_CONTEXT -> method.invoke(bean, event, context);
            case BATCH -> method.invoke(bean, List.of(new Received<>(event, context)));
        }
    }

    void handle(List<Received<Event>> batch) {
        method.invoke(bean, batch);
    }

    boolean takesBatches() {
        return shape == Shape.BATCH;
    }

    @Override
    public String toString() {
        return method.getDeclaringType().getSimpleName() + "." + method.getMethodName();
    }
}
