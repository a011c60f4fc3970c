package io.millrace.contracts.orders;

import io.millrace.contracts.Event;

/** What can happen to an order. */
public sealed interface OrderEvent extends Event
        permits OrderPlaced,
                OrderConfirmed,
                OrderRejected,
                OrderCancellationRequested,
                OrderCancellationRefused,
                OrderCancelled,
                OrderShipped,
                OrderDelivered,
                OrderReturned {}
