package io.millrace.inventory.reservation.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;
import io.millrace.inventory.reservation.service.ReservationKeeping;
import java.util.List;

/** Answers what the fulfilment of orders asks for: one answer to each request. */
@EventHandler(from = "orders")
class FulfilmentEvents {

    private final ReservationKeeping keeping;

    FulfilmentEvents(ReservationKeeping keeping) {
        this.keeping = keeping;
    }

    @Reaction
    void requested(List<Received<StockRequested>> batch) {
        keeping.requested(HeardEvents.of(batch));
    }

    @Reaction
    void releaseRequested(List<Received<StockReleaseRequested>> batch) {
        keeping.releaseRequested(HeardEvents.of(batch));
    }
}
