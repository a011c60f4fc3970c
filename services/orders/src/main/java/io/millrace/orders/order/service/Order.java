package io.millrace.orders.order.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderCancellationRefused;
import io.millrace.contracts.orders.OrderCancellationRequested;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.OrderDelivered;
import io.millrace.contracts.orders.OrderEvent;
import io.millrace.contracts.orders.OrderItem;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.contracts.orders.OrderRejected;
import io.millrace.contracts.orders.OrderReturned;
import io.millrace.contracts.orders.OrderShipped;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer ordered, as its events have made it.
 *
 * @param version how many events this order has had
 * @param total the sum of quantity times unit price over all lines, rounded once to what can be paid
 * @param cardToken what the payment provider knows the card by
 * @param reason why it is not wanted or not to be had, or null
 * @param detail the same for people, or null
 */
public record Order(
        String id,
        long version,
        OrderStatus status,
        String customerId,
        List<OrderLine> lines,
        Money total,
        String cardToken,
        String reason,
        String detail) {

    public Order {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(customerId, "customerId");
        requireNonNull(total, "total");
        lines = List.copyOf(lines);
    }

    /** What an event makes of an order. */
    public static Order apply(Order before, OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed ->
                new Order(
                        placed.orderId(),
                        1,
                        OrderStatus.PLACED,
                        placed.customerId(),
                        placed.lines(),
                        placed.total(),
                        placed.cardToken(),
                        null,
                        null);
            case OrderConfirmed _ -> before.to(OrderStatus.CONFIRMED);
            case OrderRejected rejected -> before.to(OrderStatus.REJECTED, rejected.reason(), rejected.detail());
            case OrderCancellationRequested requested ->
                before.to(OrderStatus.CANCELLING, "cancelled", requested.reason());
            case OrderCancellationRefused _ -> before.to(OrderStatus.CONFIRMED);
            case OrderCancelled cancelled -> before.to(OrderStatus.CANCELLED, "cancelled", cancelled.reason());
            case OrderShipped _ -> before.to(OrderStatus.SHIPPED);
            case OrderDelivered _ -> before.to(OrderStatus.DELIVERED);
            case OrderReturned _ -> before.to(OrderStatus.RETURNED);
        };
    }

    /** What somebody who cancels it brings about, while it is open. */
    public OrderEvent requestCancellation(String why) {
        if (!status.isOpen()) {
            throw new IllegalStateException("order " + id + " is " + status + " and cannot be cancelled");
        }
        return new OrderCancellationRequested(id, customerId, why);
    }

    /**
     * What its fulfilment's word brings about: nothing, where it has been heard before or something newer has.
     *
     * <p>A shipment's news come on another way than its answers to the saga, so they may be ahead of them.
     */
    public List<OrderEvent> hear(OrderCommand command) {
        return switch (command) {
            case OrderCommand.Confirm() -> status == OrderStatus.PLACED ? List.of(confirmed()) : List.of();
            case OrderCommand.Reject(String why, String words) ->
                status == OrderStatus.PLACED || status == OrderStatus.CONFIRMED
                        ? List.of(new OrderRejected(id, customerId, why, words))
                        : List.of();
            case OrderCommand.Cancel() -> cancel();
            case OrderCommand.Ship() -> status.isOpen() || status == OrderStatus.CANCELLING ? ship() : List.of();
            case OrderCommand.Deliver() -> deliver();
            case OrderCommand.TakeBack() ->
                status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED ? List.of(returned()) : List.of();
        };
    }

    /** Goods that came back while they were being cancelled were on their way after all. */
    private List<OrderEvent> cancel() {
        return switch (status) {
            case PLACED, CONFIRMED, CANCELLING ->
                List.of(new OrderCancelled(id, customerId, detail == null ? "cancelled" : detail));
            case SHIPPED, DELIVERED -> List.of(returned());
            case RETURNED, CANCELLED, REJECTED -> List.of();
        };
    }

    private List<OrderEvent> ship() {
        List<OrderEvent> events = new ArrayList<>();
        if (status == OrderStatus.CANCELLING) {
            events.add(new OrderCancellationRefused(id, customerId));
        }
        events.add(new OrderShipped(id, customerId));
        return events;
    }

    private List<OrderEvent> deliver() {
        return switch (status) {
            case PLACED, CONFIRMED, CANCELLING -> {
                List<OrderEvent> events = new ArrayList<>(ship());
                events.add(new OrderDelivered(id, customerId));
                yield events;
            }
            case SHIPPED -> List.of(new OrderDelivered(id, customerId));
            case DELIVERED, RETURNED, CANCELLED, REJECTED -> List.of();
        };
    }

    private OrderEvent confirmed() {
        return new OrderConfirmed(
                id,
                customerId,
                lines.stream()
                        .map(line -> new OrderItem(line.sku(), line.description(), line.quantity()))
                        .toList());
    }

    private OrderEvent returned() {
        return new OrderReturned(id, customerId);
    }

    private Order to(OrderStatus next) {
        return to(next, null, null);
    }

    private Order to(OrderStatus next, String why, String words) {
        return new Order(id, version + 1, next, customerId, lines, total, cardToken, why, words);
    }
}
