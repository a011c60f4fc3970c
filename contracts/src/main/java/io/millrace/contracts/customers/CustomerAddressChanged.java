package io.millrace.contracts.customers;

import io.millrace.contracts.EventContract;

/** A customer lives somewhere else. */
@EventContract("customers.customer.address_changed")
public record CustomerAddressChanged(String customerId, Address address) implements CustomerEvent {}
