package io.millrace.delivery.shipment.service;

import io.millrace.contracts.orders.OrderItem;

/** What to put into the parcel. What it costs is nobody's business there. */
public record PackingLine(String sku, String description, int quantity) {

    static PackingLine of(OrderItem item) {
        return new PackingLine(item.sku(), item.description(), item.quantity());
    }
}
