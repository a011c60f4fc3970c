package io.millrace.customers.customer.service;

/** What became of a wish to be forgotten. */
public sealed interface Erasure {

    /** Name and address are gone, now or since before. */
    record Done() implements Erasure {}

    /** The customer is at another version than the caller agreed to erase. */
    record OtherVersion(long current) implements Erasure {}

    /** There is no such customer. */
    record Unknown() implements Erasure {}
}
