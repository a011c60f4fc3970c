package io.millrace.orders.customer.service;

import java.util.Collection;

/** Where the copy of customers is kept. */
public interface CustomerStore {

    /** Adds customers, each at most once, or replaces those that are kept at a lower version. One statement. */
    void keep(Collection<Customer> customers);

    Standing standing(String customerId);
}
