package io.millrace.contracts.inventory;

/**
 * A product of which an order wanted more than there was.
 *
 * @param wanted pieces, all lines of the order together
 * @param available pieces that could have been had, or null where there is no such product
 */
public record Missing(String sku, long wanted, Long available) {}
