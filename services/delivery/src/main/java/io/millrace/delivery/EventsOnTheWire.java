package io.millrace.delivery;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentPrepared;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.OrderItem;
import io.millrace.contracts.orders.ShipmentCancelRequested;

/** The events that this service emits and handles, as JSON. */
@SerdeImport(ShipmentPrepared.class)
@SerdeImport(ShipmentDispatched.class)
@SerdeImport(ShipmentDelivered.class)
@SerdeImport(ShipmentCancelled.class)
@SerdeImport(ShipmentCancellationRefused.class)
@SerdeImport(ShipmentReturned.class)
@SerdeImport(CustomerRegistered.class)
@SerdeImport(CustomerRenamed.class)
@SerdeImport(CustomerAddressChanged.class)
@SerdeImport(CustomerErased.class)
@SerdeImport(Address.class)
@SerdeImport(OrderConfirmed.class)
@SerdeImport(OrderItem.class)
@SerdeImport(ShipmentCancelRequested.class)
final class EventsOnTheWire {}
