package io.millrace.customers;

import io.micronaut.serde.annotation.SerdeImport;
import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;

/** The events that this service emits, as JSON. */
@SerdeImport(CustomerRegistered.class)
@SerdeImport(CustomerRenamed.class)
@SerdeImport(CustomerAddressChanged.class)
@SerdeImport(CustomerErased.class)
@SerdeImport(Address.class)
final class EventsOnTheWire {}
