package io.millrace.delivery.shipment.service;

import io.millrace.contracts.delivery.ShipmentEvent;

/**
 * A shipment as it is after an event.
 *
 * @param after with the version that the event leads to
 * @param event what happened
 */
public record Change(Shipment after, ShipmentEvent event) {}
