package io.millrace.orders.order.service;

import io.millrace.chassis.business.command.Command;
import io.millrace.contracts.orders.OrderLine;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody orders.
 *
 * @param lines at least one
 * @param cardToken what the payment provider knows the card by
 */
public record PlaceOrder(String id, String customerId, List<WantedLine> lines, String cardToken)
        implements Command<Placement> {

    public PlaceOrder {
        lines = List.copyOf(lines);
    }

    /** Whether that order came of such a wish, whatever became of it since and of prices. */
    boolean isAskedForBy(Order order) {
        List<OrderLine> there = order.lines();
        return customerId.equals(order.customerId())
                && cardToken.equals(order.cardToken())
                && lines.size() == there.size()
                && IntStream.range(0, lines.size()).allMatch(i -> lines.get(i).isAskedForBy(there.get(i)));
    }
}
