package io.millrace.asyncapi.mill;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;

/** Shares its consumer with {@link GrainEvents}. */
@EventHandler(from = "farm")
class MillingEvents {

    private final Outbox outbox;

    MillingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Reaction
    void delivered(GrainDelivered event) {
        outbox.emit(Emission.of("f1", 1, new FlourMilled("f1", 10)));
        outbox.emit(Emission.of("f1", 2, FlourSold.of("f1")));
    }
}
