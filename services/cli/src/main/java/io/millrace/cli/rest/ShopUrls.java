package io.millrace.cli.rest;

import java.net.URI;
import java.util.List;

/** Where the services of a shop answer. */
public record ShopUrls(URI customers, URI orders, URI delivery, URI inventory, URI billing) {

    public List<URI> all() {
        return List.of(customers, orders, delivery, inventory, billing);
    }

    public URI customer(String id) {
        return customers.resolve("/customers/" + id);
    }

    public URI order(String id) {
        return orders.resolve("/orders/" + id);
    }

    public URI shipment(String id) {
        return delivery.resolve("/shipments/" + id);
    }

    public URI product(String sku) {
        return inventory.resolve("/products/" + sku);
    }

    /** Pieces of a product that come in once under this id. */
    public URI restock(String sku, String id) {
        return inventory.resolve("/products/" + sku + "/restocks/" + id);
    }

    /** The payment of an order. */
    public URI payment(String order) {
        return billing.resolve("/payments/" + order);
    }

    public URI orderFigures() {
        return orders.resolve("/order-figures");
    }

    public URI shipmentFigures() {
        return delivery.resolve("/shipment-figures");
    }

    public URI paymentFigures() {
        return billing.resolve("/payment-figures");
    }
}
