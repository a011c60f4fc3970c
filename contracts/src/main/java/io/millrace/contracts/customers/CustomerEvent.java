package io.millrace.contracts.customers;

import io.millrace.contracts.Event;

/** What can happen to a customer. */
public sealed interface CustomerEvent extends Event
        permits CustomerRegistered, CustomerRenamed, CustomerAddressChanged, CustomerErased {}
