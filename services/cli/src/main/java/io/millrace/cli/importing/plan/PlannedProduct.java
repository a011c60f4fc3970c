package io.millrace.cli.importing.plan;

import java.math.BigDecimal;

/**
 * A product that the orders of a file need.
 *
 * @param price what one piece costs where it is first ordered; each order has its own
 * @param pieces how many all the orders together need
 * @param restockId the same whenever the same orders need the same number of pieces, and another one otherwise
 */
public record PlannedProduct(String sku, String description, BigDecimal price, long pieces, String restockId) {}
