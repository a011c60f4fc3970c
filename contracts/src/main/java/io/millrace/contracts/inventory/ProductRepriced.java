package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;
import io.millrace.contracts.Money;

/**
 * A product costs something else from now on, in the same currency.
 *
 * @param price price of one piece
 */
@EventContract("inventory.product.repriced")
public record ProductRepriced(String sku, Money price) implements ProductEvent {}
