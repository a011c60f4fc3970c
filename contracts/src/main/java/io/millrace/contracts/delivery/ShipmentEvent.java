package io.millrace.contracts.delivery;

import io.millrace.contracts.Event;

/** What can happen to a shipment. */
public sealed interface ShipmentEvent extends Event
        permits ShipmentPrepared,
                ShipmentDispatched,
                ShipmentDelivered,
                ShipmentCancelled,
                ShipmentCancellationRefused,
                ShipmentReturned {}
