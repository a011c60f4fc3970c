package io.millrace.orders.order.service;

import java.math.BigDecimal;
import java.util.List;

/**
 * All orders that are not cancelled, rejected or returned, counted.
 *
 * @param orders how many
 * @param lines in all of them
 * @param revenue what they add up to, a sum for each currency
 * @param customers how many different customers placed them
 */
public record OrderFigures(long orders, long lines, List<Sum> revenue, long customers) {

    public OrderFigures {
        revenue = List.copyOf(revenue);
    }

    /** A sum of money. It may have more digits than an amount on the wire. */
    public record Sum(BigDecimal amount, String currency) {}
}
