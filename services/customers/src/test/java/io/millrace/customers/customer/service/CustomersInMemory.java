package io.millrace.customers.customer.service;

import io.millrace.contracts.customers.CustomerEvent;
import io.millrace.customers.customer.service.Customer.Active;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps customers as the database would, and lets a test slip a change in between reading and saving. */
final class CustomersInMemory implements CustomerStore {

    private final TreeMap<String, Customer> rows = new TreeMap<>();
    final List<CustomerEvent> emitted = new ArrayList<>();
    private Runnable beforeNextSave = () -> {};

    void beforeNextSave(Runnable interruption) {
        beforeNextSave = interruption;
    }

    @Override
    public Optional<Customer> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public boolean save(Change<?> change) {
        Runnable interruption = beforeNextSave;
        beforeNextSave = () -> {};
        interruption.run();
        Customer after = change.after();
        long current = find(after.id()).map(Customer::version).orElse(0L);
        if (current != after.version() - 1) {
            return false;
        }
        rows.put(after.id(), after);
        emitted.add(change.event());
        return true;
    }

    @Override
    public List<Active> list(String afterId, int limit) {
        return rows.tailMap(afterId, false).values().stream()
                .<Active>mapMulti((row, found) -> {
                    if (row instanceof Active active) {
                        found.accept(active);
                    }
                })
                .limit(limit)
                .toList();
    }
}
