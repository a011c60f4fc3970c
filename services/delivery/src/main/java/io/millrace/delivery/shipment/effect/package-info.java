/** Shipments in the database, and their events in the outbox. */
package io.millrace.delivery.shipment.effect;
