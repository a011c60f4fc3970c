package io.millrace.contracts.customers;

import io.millrace.contracts.EventContract;

/** A customer is known from now on. */
@EventContract("customers.customer.registered")
public record CustomerRegistered(String customerId, String name, Address address) implements CustomerEvent {}
