package io.millrace.customers.customer.service;

import java.util.List;
import java.util.Optional;

/** Where customers are kept. */
public interface CustomerStore {

    Optional<Customer> find(String id);

    /**
     * Keeps a change and emits its event, both or neither.
     *
     * @return false, and nothing is kept, if the customer is no longer at the version before the change
     */
    boolean save(Change<?> change);

    /**
     * Customers who were not erased, ordered by id.
     *
     * @param afterId the id to go on behind; the first id comes after the empty string
     * @param limit how many at most
     */
    List<Customer.Active> list(String afterId, int limit);
}
