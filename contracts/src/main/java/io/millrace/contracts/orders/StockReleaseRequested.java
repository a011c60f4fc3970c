package io.millrace.contracts.orders;

import io.millrace.contracts.EventContract;

/** Asks inventory to keep nothing for an order any more. */
@EventContract("orders.fulfilment.stock_release_requested")
public record StockReleaseRequested(String orderId) implements FulfilmentEvent {}
