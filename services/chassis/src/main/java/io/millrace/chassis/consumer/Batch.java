package io.millrace.chassis.consumer;

import io.millrace.chassis.source.SourceMessage;
import java.util.List;

/**
 * What is handled together.
 *
 * @param events in the stream's order
 * @param plan who is called with what if nothing is parked
 */
record Batch(List<Decoded> events, Dispatch.Plan plan) {

    boolean isEmpty() {
        return events.isEmpty();
    }

    SourceMessage first() {
        return events.getFirst().message();
    }

    SourceMessage last() {
        return events.getLast().message();
    }

    /** Where the consumer is when all of it is handled. */
    Position end() {
        return end(events);
    }

    static Position end(List<Decoded> events) {
        SourceMessage last = events.getLast().message();
        return new Position(last.sequence(), last.eventId());
    }

    boolean isReadable() {
        return events.stream().allMatch(event -> event.unreadable().isEmpty());
    }
}
