package io.millrace.orders.product.service;

import io.millrace.contracts.Money;

/**
 * Another price of a product.
 *
 * @param version how many events the product has had
 */
public record PriceChange(String sku, Money price, long version) {}
