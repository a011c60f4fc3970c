package io.millrace.delivery;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Money;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentPrepared;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;

/** The events that this service emits and handles, as JSON. */
@SerdeImport(ShipmentPrepared.class)
@SerdeImport(ShipmentDispatched.class)
@SerdeImport(ShipmentDelivered.class)
@SerdeImport(ShipmentCancelled.class)
@SerdeImport(CustomerRegistered.class)
@SerdeImport(CustomerRenamed.class)
@SerdeImport(CustomerAddressChanged.class)
@SerdeImport(CustomerErased.class)
@SerdeImport(Address.class)
@SerdeImport(OrderPlaced.class)
@SerdeImport(OrderCancelled.class)
@SerdeImport(OrderLine.class)
@SerdeImport(Money.class)
final class EventsOnTheWire {}
