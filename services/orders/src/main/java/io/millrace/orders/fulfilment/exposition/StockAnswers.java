package io.millrace.orders.fulfilment.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.orders.fulfilment.service.FulfilmentAnswers;
import java.util.List;

/** What inventory answers. */
@EventHandler(from = "inventory")
class StockAnswers {

    private final FulfilmentAnswers answers;

    StockAnswers(FulfilmentAnswers answers) {
        this.answers = answers;
    }

    @Reaction
    void held(List<Received<ReservationHeld>> batch) {
        answers.take(Heard.answers(batch, ReservationHeld::orderId));
    }

    @Reaction
    void rejected(List<Received<ReservationRejected>> batch) {
        answers.take(Heard.answers(batch, ReservationRejected::orderId));
    }

    @Reaction
    void released(List<Received<ReservationReleased>> batch) {
        answers.take(Heard.answers(batch, ReservationReleased::orderId));
    }
}
