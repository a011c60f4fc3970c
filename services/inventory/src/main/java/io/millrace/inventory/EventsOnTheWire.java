package io.millrace.inventory;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Money;
import io.millrace.contracts.Pieces;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.inventory.Missing;
import io.millrace.contracts.inventory.ProductListed;
import io.millrace.contracts.inventory.ProductRepriced;
import io.millrace.contracts.inventory.ProductRestocked;
import io.millrace.contracts.inventory.ReservationFulfilled;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.contracts.inventory.ReservationReturned;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;

/** The events that this service emits and handles, as JSON. */
@SerdeImport(ProductListed.class)
@SerdeImport(ProductRepriced.class)
@SerdeImport(ProductRestocked.class)
@SerdeImport(ReservationHeld.class)
@SerdeImport(ReservationRejected.class)
@SerdeImport(ReservationReleased.class)
@SerdeImport(ReservationFulfilled.class)
@SerdeImport(ReservationReturned.class)
@SerdeImport(StockRequested.class)
@SerdeImport(StockReleaseRequested.class)
@SerdeImport(ShipmentDispatched.class)
@SerdeImport(ShipmentReturned.class)
@SerdeImport(Pieces.class)
@SerdeImport(Missing.class)
@SerdeImport(Money.class)
final class EventsOnTheWire {}
