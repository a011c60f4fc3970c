package io.millrace.orders.product.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Money;

/**
 * A product as far as an order needs to know.
 *
 * @param price of one piece
 */
public record Product(String sku, String description, Money price) {

    public Product {
        requireNonNull(sku, "sku");
        requireNonNull(description, "description");
        requireNonNull(price, "price");
    }
}
