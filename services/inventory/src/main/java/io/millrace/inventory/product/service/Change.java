package io.millrace.inventory.product.service;

import io.millrace.contracts.inventory.ProductEvent;

/**
 * A product as it is after an event.
 *
 * @param after with the version that the event leads to
 * @param event what happened
 */
public record Change(Product after, ProductEvent event) {}
