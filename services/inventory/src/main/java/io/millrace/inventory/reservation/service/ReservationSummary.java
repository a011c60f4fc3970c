package io.millrace.inventory.reservation.service;

/** A reservation without its lines, for lists. */
public record ReservationSummary(String orderId, ReservationStatus status, long version) {}
