package io.millrace.cli.rest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service for shipments counts. What orders cost is not known there.
 *
 * @param orders those with a shipment that is neither cancelled nor came back
 * @param customers how many customers they go to
 */
public record ShipmentFigures(long orders, long lines, long customers) {

    static final ShipmentFigures NONE = new ShipmentFigures(0, 0, 0);

    /** Reads what {@code /shipment-figures} answers. */
    public static ShipmentFigures of(JsonNode json) {
        return new ShipmentFigures(
                json.path("orders").asLong(),
                json.path("lines").asLong(),
                json.path("customers").asLong());
    }

    /** Whether each of these orders has a shipment. */
    public boolean agreesWith(Figures figures) {
        return equals(new ShipmentFigures(figures.orders(), figures.lines(), figures.customers()));
    }
}
