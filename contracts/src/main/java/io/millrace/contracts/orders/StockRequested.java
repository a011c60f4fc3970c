package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Pieces;
import java.util.List;

/**
 * Asks inventory to keep the pieces of an order.
 *
 * @param lines what is wanted; a product may occur in several lines
 */
@EventContract("orders.fulfilment.stock_requested")
public record StockRequested(String orderId, List<Pieces> lines) implements FulfilmentEvent {

    public StockRequested {
        lines = List.copyOf(lines);
    }
}
