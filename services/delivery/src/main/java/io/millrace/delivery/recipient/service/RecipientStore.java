package io.millrace.delivery.recipient.service;

import io.millrace.contracts.customers.Address;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the copy of customers is kept. One statement for each call, however many they are. */
public interface RecipientStore {

    /** Adds recipients, each at most once, or replaces them. Who was erased stays so. */
    void keep(List<Recipient> recipients);

    /** Gives known recipients another name, by customer id. */
    void rename(Map<String, String> names);

    /** Gives known recipients another address, by customer id. */
    void moveTo(Map<String, Address> addresses);

    /** Removes name and address for good, and remembers that they were removed. */
    void erase(Collection<String> customerIds);
}
