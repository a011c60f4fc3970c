package io.millrace.orders.fulfilment.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.orders.fulfilment.service.FulfilmentAnswers;
import io.millrace.orders.order.service.OrderCommand;
import io.millrace.orders.order.service.OrderNews;
import io.millrace.orders.order.service.OrderNews.News;
import java.util.List;

/** What delivery answers, and what else becomes of shipments. */
@EventHandler(from = "delivery")
class ShipmentAnswers {

    private final FulfilmentAnswers answers;
    private final OrderNews orders;

    ShipmentAnswers(FulfilmentAnswers answers, OrderNews orders) {
        this.answers = answers;
        this.orders = orders;
    }

    @Reaction
    void dispatched(List<Received<ShipmentDispatched>> batch) {
        answers.take(Heard.answers(batch, ShipmentDispatched::orderId));
    }

    /** No step waits for it: it is the order's own affair. */
    @Reaction
    void delivered(List<Received<ShipmentDelivered>> batch) {
        orders.heard(batch.stream()
                .map(news -> new News(
                        news.event().orderId(),
                        new OrderCommand.Deliver(),
                        news.context().envelope()))
                .toList());
    }

    @Reaction
    void cancelled(List<Received<ShipmentCancelled>> batch) {
        answers.take(Heard.answers(batch, ShipmentCancelled::orderId));
    }

    @Reaction
    void cancellationRefused(List<Received<ShipmentCancellationRefused>> batch) {
        answers.take(Heard.answers(batch, ShipmentCancellationRefused::orderId));
    }

    @Reaction
    void returned(List<Received<ShipmentReturned>> batch) {
        answers.take(Heard.answers(batch, ShipmentReturned::orderId));
    }
}
