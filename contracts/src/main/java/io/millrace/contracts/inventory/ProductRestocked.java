package io.millrace.contracts.inventory;

import io.millrace.contracts.EventContract;

/**
 * Pieces of a product came into the house.
 *
 * @param quantity how many came
 */
@EventContract("inventory.product.restocked")
public record ProductRestocked(String sku, int quantity) implements ProductEvent {}
