package io.millrace.contracts.customers.v2;

import io.millrace.contracts.Event;
import io.millrace.contracts.EventContract;
import io.millrace.contracts.customers.Address;

/**
 * A customer is known from now on.
 *
 * @param givenName the given names, or the whole name of somebody who has one name only
 * @param familyName or null
 * @param phone E.164, for example {@code +441603000000}, or null
 */
@EventContract(value = "customers.customer.registered", version = "2.0")
public record CustomerRegistered(String customerId, String givenName, String familyName, String phone, Address address)
        implements Event {

    /** The name as people write it. A name without {@code get}, so that it is no field of the JSON. */
    public String fullName() {
        return familyName == null ? givenName : givenName + " " + familyName;
    }
}
