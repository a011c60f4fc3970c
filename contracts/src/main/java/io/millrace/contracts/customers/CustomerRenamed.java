package io.millrace.contracts.customers;

import io.millrace.contracts.EventContract;

/** A customer has another name. */
@EventContract("customers.customer.renamed")
public record CustomerRenamed(String customerId, String name) implements CustomerEvent {}
