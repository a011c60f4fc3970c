package io.millrace.delivery.recipient.service;

import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the copy of customers as their events say. Where a batch tells twice of a customer, the later one counts.
 *
 * <p>Guarantees: any of it may run again over the whole stream. Who was erased stays erased, whatever is heard of them
 * later, and news of somebody who never registered is passed over.
 */
@Singleton
public final class RecipientBook {

    private final RecipientStore store;

    public RecipientBook(RecipientStore store) {
        this.store = store;
    }

    public void register(List<CustomerRegistered> batch) {
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        batch.forEach(event -> recipients.put(
                event.customerId(), new Recipient(event.customerId(), event.fullName(), event.address())));
        store.keep(List.copyOf(recipients.values()));
    }

    public void rename(List<CustomerRenamed> batch) {
        Map<String, String> names = new LinkedHashMap<>();
        batch.forEach(event -> names.put(event.customerId(), event.name()));
        store.rename(names);
    }

    public void moveTo(List<CustomerAddressChanged> batch) {
        Map<String, Address> addresses = new LinkedHashMap<>();
        batch.forEach(event -> addresses.put(event.customerId(), event.address()));
        store.moveTo(addresses);
    }

    public void erase(List<CustomerErased> batch) {
        Set<String> ids = new LinkedHashSet<>();
        batch.forEach(event -> ids.add(event.customerId()));
        store.erase(ids);
    }
}
