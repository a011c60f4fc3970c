package io.millrace.contracts.orders;

import io.millrace.contracts.Event;

/** What the fulfilment of an order asks of other services. They answer with events of their own. */
public sealed interface FulfilmentEvent extends Event
        permits StockRequested, StockReleaseRequested, PaymentRequested, RefundRequested, ShipmentCancelRequested {}
