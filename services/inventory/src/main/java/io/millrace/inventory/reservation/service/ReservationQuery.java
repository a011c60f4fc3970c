package io.millrace.inventory.reservation.service;

import java.util.Optional;

/**
 * Which reservations to list.
 *
 * @param status where they stand, or empty for all
 * @param afterOrderId the order's id to go on behind; the first one comes after the empty string
 */
public record ReservationQuery(Optional<ReservationStatus> status, String afterOrderId) {}
