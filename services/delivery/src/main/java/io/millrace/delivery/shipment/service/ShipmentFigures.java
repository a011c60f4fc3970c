package io.millrace.delivery.shipment.service;

/**
 * Shipments, counted. Cancelled ones are not among them.
 *
 * @param shipments how many, without those that came back
 * @param lines packing lines in all of these
 * @param customers how many different customers these go to
 * @param returned how many came back
 */
public record ShipmentFigures(long shipments, long lines, long customers, long returned) {}
