package io.millrace.contracts.inventory;

import io.millrace.contracts.Event;

/** What can happen to what is kept for an order. */
public sealed interface ReservationEvent extends Event
        permits ReservationHeld, ReservationRejected, ReservationReleased, ReservationFulfilled, ReservationReturned {}
