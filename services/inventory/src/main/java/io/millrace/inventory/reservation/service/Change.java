package io.millrace.inventory.reservation.service;

import io.millrace.contracts.inventory.ReservationEvent;

/**
 * A reservation as it is after an event.
 *
 * @param after with the version that the event leads to
 * @param event what happened
 */
public record Change(Reservation after, ReservationEvent event) {}
