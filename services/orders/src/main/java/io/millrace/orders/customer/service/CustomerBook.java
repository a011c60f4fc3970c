package io.millrace.orders.customer.service;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The copy of customers.
 *
 * <p>Guarantee: the latest version that was heard of counts, however often and in whatever order the news comes. So
 * all of it may run again over the whole stream while orders are taken, and who was erased stays erased.
 */
@Singleton
public final class CustomerBook {

    private final CustomerStore store;

    public CustomerBook(CustomerStore store) {
        this.store = store;
    }

    /** Takes over what is heard about customers, many at once. */
    public void keep(List<Customer> news) {
        Map<String, Customer> latest = new LinkedHashMap<>();
        news.forEach(customer -> latest.merge(customer.id(), customer, Customer::newer));
        store.keep(latest.values());
    }

    public Standing standing(String customerId) {
        return store.standing(customerId);
    }
}
