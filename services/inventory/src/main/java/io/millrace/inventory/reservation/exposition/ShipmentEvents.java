package io.millrace.inventory.reservation.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.inventory.reservation.service.ReservationKeeping;
import java.util.List;

/** Pieces leave the house with their parcels, and come back with them. */
@EventHandler(from = "delivery")
class ShipmentEvents {

    private final ReservationKeeping keeping;

    ShipmentEvents(ReservationKeeping keeping) {
        this.keeping = keeping;
    }

    @Reaction
    void dispatched(List<Received<ShipmentDispatched>> batch) {
        keeping.dispatched(HeardEvents.of(batch));
    }

    @Reaction
    void returned(List<Received<ShipmentReturned>> batch) {
        keeping.returned(HeardEvents.of(batch));
    }
}
