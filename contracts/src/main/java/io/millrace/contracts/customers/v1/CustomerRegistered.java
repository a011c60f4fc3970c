package io.millrace.contracts.customers.v1;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;
import io.millrace.contracts.customers.Address;

/**
 * A customer is known from now on.
 *
 * @param phone E.164, or null: version 1.0 has none
 */
@EventContract(value = "customers.customer.registered", version = "1.1")
public record CustomerRegistered(String customerId, String name, String phone, Address address) implements Event {}
