package io.millrace.contracts.customers;

import io.millrace.contracts.EventContract;

/**
 * A customer is known from now on.
 *
 * @param givenName the given names, or the whole name of somebody who has one name only
 * @param familyName or null
 * @param phone E.164, for example {@code +441603000000}, or null
 */
@EventContract(value = "customers.customer.registered", version = "2.0")
public record CustomerRegistered(String customerId, String givenName, String familyName, String phone, Address address)
        implements CustomerEvent {

    /** A customer of whom only the full name is known, see {@link PersonName}. */
    public static CustomerRegistered of(String customerId, String fullName, Address address) {
        PersonName name = PersonName.of(fullName);
        return new CustomerRegistered(customerId, name.given(), name.family(), null, address);
    }

    /** The name as people write it. A name without {@code get}, so that it is no field of the JSON. */
    public String fullName() {
        return new PersonName(givenName, familyName).full();
    }
}
