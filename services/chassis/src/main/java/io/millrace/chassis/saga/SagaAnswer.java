package io.millrace.chassis.saga;

import io.millrace.chassis.handler.Received;
import io.millrace.chassis.outbox.Cause;
import io.millrace.contracts.Event;

/**
 * An event that may be what a saga waits for.
 *
 * @param id the saga's
 */
public record SagaAnswer(String id, Event event, Cause cause) {

    public static <E extends Event> SagaAnswer of(String id, Received<E> received) {
        return new SagaAnswer(id, received.event(), received.context().asCause());
    }
}
