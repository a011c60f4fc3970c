package io.millrace.inventory.reservation.service;

/**
 * Where a reservation stands.
 *
 * <pre>
 *   asked for ──▶ HELD ──▶ FULFILLED ──▶ RETURNED
 *       │           │
 *       ▼           ▼
 *   REJECTED ──▶ RELEASED ◀── ended before it was asked for
 * </pre>
 */
public enum ReservationStatus {
    /** All pieces are kept. */
    HELD,
    /** Some could not be had, so none is kept. */
    REJECTED,
    /** Nothing is kept any more, and never will be: the order has ended. */
    RELEASED,
    /** The pieces left the house. */
    FULFILLED,
    /** They came back. */
    RETURNED
}
