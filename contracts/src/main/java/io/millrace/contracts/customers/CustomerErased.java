package io.millrace.contracts.customers;

import io.millrace.contracts.EventContract;

/** A customer asked to be forgotten: whoever keeps a copy of name and address removes it. */
@EventContract("customers.customer.erased")
public record CustomerErased(String customerId) implements CustomerEvent {}
