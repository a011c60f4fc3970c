package io.millrace.orders.order.effect;

import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.saga.SagaCommands;
import io.millrace.chassis.saga.Told;
import io.millrace.contracts.Envelope;
import io.millrace.orders.order.service.OrderCommand;
import io.millrace.orders.order.service.OrderNews;
import jakarta.inject.Singleton;
import java.util.List;

/** Has orders hear what is said about them: by their fulfilments, and by events. */
@Singleton
final class FulfilmentWords implements SagaCommands<OrderCommand>, OrderNews {

    private final EventSourcedOrders orders;

    FulfilmentWords(EventSourcedOrders orders) {
        this.orders = orders;
    }

    @Override
    public void tell(List<Told<OrderCommand>> commands) {
        orders.hear(commands.stream()
                .map(told -> new Hearsay(told.id(), told.command(), told.cause()))
                .toList());
    }

    @Override
    public void heard(List<News> news) {
        orders.hear(news.stream()
                .map(one -> new Hearsay(one.orderId(), one.command(), causeOf(one.envelope())))
                .toList());
    }

    private static Cause causeOf(Envelope envelope) {
        return Cause.of(envelope);
    }
}
