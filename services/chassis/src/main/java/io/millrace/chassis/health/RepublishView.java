package io.millrace.chassis.health;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.outbox.StoredEvent;
import io.millrace.chassis.relay.Republished.PutBack;

/**
 * What the stream had lost.
 *
 * @param streamEndsAt the last sequence of the stream
 * @param count events that are, or would be, in the outbox again
 * @param givenUp lost events before the range that was asked for, which are forgotten
 */
@Serdeable
record RepublishView(
        boolean dryRun,
        long streamEndsAt,
        long count,
        @Nullable EventView first,
        @Nullable EventView last,
        long givenUp) {

    /** @param sequence where the event was stored before */
    @Serdeable
    record EventView(String id, long sequence) {

        @Nullable
        private static EventView of(@Nullable StoredEvent event) {
            return event == null ? null : new EventView(event.eventId(), event.sequence());
        }
    }

    static RepublishView of(PutBack result) {
        return new RepublishView(
                result.dryRun(),
                result.streamEndsAt(),
                result.count(),
                EventView.of(result.first()),
                EventView.of(result.last()),
                result.givenUp());
    }
}
