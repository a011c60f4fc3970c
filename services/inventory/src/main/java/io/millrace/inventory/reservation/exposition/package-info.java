/** Reservations over REST, and what they hear from orders and delivery. */
package io.millrace.inventory.reservation.exposition;
