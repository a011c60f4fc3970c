package io.millrace.orders.product.service;

/**
 * A product that can be ordered from now on.
 *
 * @param version how many events the product has had
 */
public record Listing(Product product, long version) {}
