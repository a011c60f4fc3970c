package io.millrace.chassis.outbox;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.AggregateId;
import io.millrace.contracts.Event;

/**
 * One event on its way into the outbox.
 *
 * @param aggregateId the aggregate it happened to
 * @param version the aggregate's version after the event: 1 for the first event, then one more each
 * @param event the body
 * @param cause what led to it
 */
public record Emission(String aggregateId, long version, Event event, Cause cause) {

    public Emission {
        AggregateId.require(aggregateId);
        requireNonNull(event, "event");
        requireNonNull(cause, "cause");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, but is " + version);
        }
    }

    /**
     * An event caused by what this thread is working on: the request that is being answered, or the event that is being
     * handled. In a handler that takes a batch there is no such one event; use {@link #causedBy(Cause)} there.
     */
    public static Emission of(String aggregateId, long version, Event event) {
        return new Emission(aggregateId, version, event, Cause.current());
    }

    /** The same event with another cause. */
    public Emission causedBy(Cause other) {
        return new Emission(aggregateId, version, event, other);
    }
}
