package io.millrace.customers.customer.service;

import io.millrace.contracts.customers.CustomerEvent;

/**
 * A customer as it is after an event.
 *
 * @param after with the version that the event leads to
 * @param event what happened
 */
public record Change<C extends Customer>(C after, CustomerEvent event) {}
