package io.millrace.delivery.shipment.service;

import io.millrace.contracts.orders.OrderLine;

/** What to put into the parcel. What it costs is nobody's business there. */
public record PackingLine(String sku, String description, int quantity) {

    static PackingLine of(OrderLine line) {
        return new PackingLine(line.sku(), line.description(), line.quantity());
    }
}
