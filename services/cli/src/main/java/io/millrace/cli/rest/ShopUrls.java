package io.millrace.cli.rest;

import java.net.URI;

/** Where the three services of a shop answer. */
public record ShopUrls(URI customers, URI orders, URI delivery) {

    public URI customer(String id) {
        return customers.resolve("/customers/" + id);
    }

    public URI order(String id) {
        return orders.resolve("/orders/" + id);
    }

    public URI shipment(String id) {
        return delivery.resolve("/shipments/" + id);
    }

    public URI orderFigures() {
        return orders.resolve("/order-figures");
    }

    public URI shipmentFigures() {
        return delivery.resolve("/shipment-figures");
    }
}
