package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;

/**
 * A product can be ordered.
 *
 * @param description what it is, in words
 * @param price price of one piece
 */
@EventContract("inventory.product.listed")
public record ProductListed(String sku, String description, Money price) implements ProductEvent {}
