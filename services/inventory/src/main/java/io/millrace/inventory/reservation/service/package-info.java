/** What is kept for an order, and what can become of it. */
package io.millrace.inventory.reservation.service;
