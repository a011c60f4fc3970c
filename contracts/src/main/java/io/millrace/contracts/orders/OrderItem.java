package io.millrace.contracts.orders;

/**
 * What to send: a line of an order without its price.
 *
 * @param quantity pieces, at least 1
 */
public record OrderItem(String sku, String description, int quantity) {}
