package io.millrace.orders;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.Money;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;

/** The events that this service emits and handles, as JSON. */
@SerdeImport(OrderPlaced.class)
@SerdeImport(OrderCancelled.class)
@SerdeImport(OrderLine.class)
@SerdeImport(Money.class)
@SerdeImport(CustomerRegistered.class)
@SerdeImport(CustomerRenamed.class)
@SerdeImport(CustomerErased.class)
@SerdeImport(Address.class)
final class EventsOnTheWire {}
