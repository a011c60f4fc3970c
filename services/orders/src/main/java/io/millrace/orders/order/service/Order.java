package io.millrace.orders.order.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import java.util.List;

/**
 * What a customer ordered. Each change of it gives the next version and the event.
 *
 * <p>Prices are kept in one way of writing: 2.5 and 2.50 are the same here.
 *
 * @param version how many events this order has had
 * @param total the sum of quantity times unit price over all lines
 */
public record Order(
        String id, long version, OrderStatus status, String customerId, List<OrderLine> lines, Money total) {

    public Order {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(customerId, "customerId");
        requireNonNull(total, "total");
        lines = lines.stream().map(Order::inOneWayOfWriting).toList();
    }

    /** An order that a customer places. */
    static Change place(String id, String customerId, List<OrderLine> lines, Money total) {
        Order placed = new Order(id, 1, OrderStatus.PLACED, customerId, lines, total);
        return new Change(placed, new OrderPlaced(id, customerId, placed.lines, total, null));
    }

    /** @throws IllegalStateException if it is cancelled already */
    Change cancel(String reason) {
        if (isCancelled()) {
            throw new IllegalStateException("order " + id + " is cancelled already");
        }
        Order cancelled = new Order(id, version + 1, OrderStatus.CANCELLED, customerId, lines, total);
        return new Change(cancelled, new OrderCancelled(id, customerId, reason));
    }

    boolean isCancelled() {
        return status == OrderStatus.CANCELLED;
    }

    /** Whether the same customer wants the same lines at the same prices, whatever became of it since. */
    boolean asksForTheSameAs(Order other) {
        return customerId.equals(other.customerId) && lines.equals(other.lines);
    }

    private static OrderLine inOneWayOfWriting(OrderLine line) {
        Money price = line.unitPrice();
        return new OrderLine(
                line.sku(), line.description(), line.quantity(), Money.of(price.toDecimal(), price.currency()));
    }
}
