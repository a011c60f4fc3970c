package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;
import java.util.List;

/**
 * A customer ordered something.
 *
 * @param total the sum of quantity times unit price over all lines, rounded once to what can be paid in its currency
 * @param cardToken what the payment provider knows the customer's card by, or null: version 1.0 has none
 */
@EventContract(value = "orders.order.placed", version = "1.1")
public record OrderPlaced(String orderId, String customerId, List<OrderLine> lines, Money total, String cardToken)
        implements OrderEvent {

    public OrderPlaced {
        lines = List.copyOf(lines);
    }
}
