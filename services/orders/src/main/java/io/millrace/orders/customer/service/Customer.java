package io.millrace.orders.customer.service;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A customer as far as an order needs to know.
 *
 * @param version how many events the customer has had
 * @param name empty once the customer was erased
 */
public record Customer(String id, long version, Optional<String> name) {

    public Customer {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

    /** A customer who may order. */
    public static Customer known(String id, long version, String name) {
        return new Customer(id, version, Optional.of(name));
    }

    /** What is left of one who asked to be forgotten. */
    public static Customer erased(String id, long version) {
        return new Customer(id, version, Optional.empty());
    }

    Customer newer(Customer other) {
        return version >= other.version ? this : other;
    }
}
