package io.millrace.contracts;

/**
 * So many pieces of a product.
 *
 * @param quantity at least 1
 */
public record Pieces(String sku, int quantity) {}
