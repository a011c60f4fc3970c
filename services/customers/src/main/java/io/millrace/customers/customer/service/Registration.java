package io.millrace.customers.customer.service;

/** What became of a registration. */
public sealed interface Registration {

    /** The customer is new. */
    record Registered(Customer.Active customer) implements Registration {}

    /** Just this customer was there before: the request was a repetition. */
    record AlreadyRegistered(Customer.Active customer) implements Registration {}

    /** The id belongs to another customer. */
    record IdTaken() implements Registration {}

    /** The id belonged to a customer who was erased. */
    record IdErased() implements Registration {}
}
