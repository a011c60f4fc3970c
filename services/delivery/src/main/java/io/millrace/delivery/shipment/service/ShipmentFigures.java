package io.millrace.delivery.shipment.service;

import java.math.BigDecimal;
import java.util.List;

/**
 * All shipments that are not cancelled, counted.
 *
 * @param shipments how many
 * @param lines packing lines in all of them
 * @param values what they are declared at, a sum for each currency
 * @param customers how many different customers they go to
 */
public record ShipmentFigures(long shipments, long lines, List<Sum> values, long customers) {

    public ShipmentFigures {
        values = List.copyOf(values);
    }

    /** A sum of money. It may have more digits than an amount on the wire. */
    public record Sum(BigDecimal amount, String currency) {}
}
