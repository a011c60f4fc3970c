package io.millrace.contracts.orders;

import io.millrace.contracts.Money;

/**
 * One position of an order.
 *
 * @param sku what is ordered
 * @param description what it is, in words
 * @param quantity pieces, at least 1
 * @param unitPrice price of one piece
 */
public record OrderLine(String sku, String description, int quantity, Money unitPrice) {}
