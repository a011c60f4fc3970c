package io.millrace.customers.customer.service;

/** What became of a change of name or address. */
public sealed interface Alteration {

    /** The customer is as was asked for, now or since before. */
    record Done(Customer.Active customer) implements Alteration {}

    /** The customer is at another version than the caller agreed to change. */
    record OtherVersion(long current) implements Alteration {}

    /** There is no such customer. */
    record Unknown() implements Alteration {}

    /** The customer was erased. */
    record Gone() implements Alteration {}
}
