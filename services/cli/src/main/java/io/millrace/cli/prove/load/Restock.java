package io.millrace.cli.prove.load;

/**
 * Pieces that a caller says came in.
 *
 * @param id tells this delivery of goods from others of the product
 * @param acknowledged whether inventory has confirmed it; otherwise nothing is known
 */
public record Restock(String sku, String id, int pieces, boolean acknowledged) {}
