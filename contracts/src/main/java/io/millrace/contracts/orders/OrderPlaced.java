package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;
import java.util.List;

/**
 * A customer ordered something.
 *
 * @param total the sum of quantity times unit price over all lines
 */
@EventContract("orders.order.placed")
public record OrderPlaced(String orderId, String customerId, List<OrderLine> lines, Money total) implements OrderEvent {

    public OrderPlaced {
        lines = List.copyOf(lines);
    }
}
