package io.millrace.customers.customer.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;

/** A customer, and what is left when one was erased. Each change of it gives the next version and the event. */
public sealed interface Customer {

    String id();

    /** How many events this customer has had. */
    long version();

    /** A customer who registers. */
    static Change<Active> register(String id, String name, Address address) {
        return new Change<>(new Active(id, 1, name, address), CustomerRegistered.of(id, name, address));
    }

    /** A customer of the shop. */
    record Active(String id, long version, String name, Address address) implements Customer {

        public Active {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(address, "address");
        }

        Change<Active> rename(String newName) {
            return new Change<>(new Active(id, version + 1, newName, address), new CustomerRenamed(id, newName));
        }

        Change<Active> moveTo(Address newAddress) {
            return new Change(
                    new Active(id, version + 1, name, newAddress), new CustomerAddressChanged(id, newAddress));
        }

        Change<Erased> erase() {
            return new Change<>(new Erased(id, version + 1), new CustomerErased(id));
        }
    }

    /** Someone who wanted to be forgotten. The id stays taken. */
    record Erased(String id, long version) implements Customer {}
}
