package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;
import java.util.List;

/**
 * An order is paid for and its pieces are kept: it can be sent.
 *
 * @param items what to send
 */
@EventContract("orders.order.confirmed")
public record OrderConfirmed(String orderId, String customerId, List<OrderItem> items) implements OrderEvent {

    public OrderConfirmed {
        items = List.copyOf(items);
    }
}
