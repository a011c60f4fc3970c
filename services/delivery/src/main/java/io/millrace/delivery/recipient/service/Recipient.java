package io.millrace.delivery.recipient.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.customers.Address;

/** A customer as far as a parcel needs to know. */
public record Recipient(String customerId, String name, Address address) {

    public Recipient {
        requireNonNull(customerId, "customerId");
        requireNonNull(name, "name");
        requireNonNull(address, "address");
    }
}
