package io.millrace.orders.order.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Event;
import io.millrace.contracts.orders.OrderCancellationRefused;
import io.millrace.contracts.orders.OrderCancellationRequested;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.OrderDelivered;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.contracts.orders.OrderRejected;
import io.millrace.contracts.orders.OrderReturned;
import io.millrace.contracts.orders.OrderShipped;
import io.millrace.orders.order.service.OrderCatalogue;
import io.millrace.orders.order.service.OrderCatalogue.Standing;
import io.millrace.orders.order.service.OrderStatus;
import io.millrace.orders.order.service.OrderSummary;
import java.util.List;

/** Keeps the read model of orders. It follows this service's own stream, and may be built anew from it at any time. */
@EventHandler(from = "orders", tables = "customer_order")
class CatalogueEvents {

    private final OrderCatalogue catalogue;

    CatalogueEvents(OrderCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Projection
    void placed(List<Received<OrderPlaced>> batch) {
        catalogue.add(batch.stream().map(CatalogueEvents::summary).toList());
    }

    @Projection
    void confirmed(List<Received<OrderConfirmed>> batch) {
        note(batch, OrderStatus.CONFIRMED);
    }

    @Projection
    void rejected(List<Received<OrderRejected>> batch) {
        note(batch, OrderStatus.REJECTED);
    }

    @Projection
    void cancellationRequested(List<Received<OrderCancellationRequested>> batch) {
        note(batch, OrderStatus.CANCELLING);
    }

    @Projection
    void cancellationRefused(List<Received<OrderCancellationRefused>> batch) {
        note(batch, OrderStatus.CONFIRMED);
    }

    @Projection
    void cancelled(List<Received<OrderCancelled>> batch) {
        note(batch, OrderStatus.CANCELLED);
    }

    @Projection
    void shipped(List<Received<OrderShipped>> batch) {
        note(batch, OrderStatus.SHIPPED);
    }

    @Projection
    void delivered(List<Received<OrderDelivered>> batch) {
        note(batch, OrderStatus.DELIVERED);
    }

    @Projection
    void returned(List<Received<OrderReturned>> batch) {
        note(batch, OrderStatus.RETURNED);
    }

    private <E extends Event> void note(List<Received<E>> batch, OrderStatus status) {
        catalogue.note(batch.stream()
                .map(news -> new Standing(
                        news.context().envelope().subject(),
                        news.context().envelope().sequence(),
                        status))
                .toList());
    }

    private static OrderSummary summary(Received<OrderPlaced> news) {
        OrderPlaced placed = news.event();
        return new OrderSummary(
                placed.orderId(),
                1,
                OrderStatus.PLACED,
                placed.customerId(),
                placed.lines().size(),
                placed.total());
    }
}
