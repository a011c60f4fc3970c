package io.millrace.orders.order.service;

import io.millrace.contracts.orders.OrderEvent;
import io.millrace.orders.customer.service.CustomerStore;
import io.millrace.orders.customer.service.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps orders as the database would, and lets a test slip something in between reading and saving. */
final class OrdersInMemory implements OrderStore {

    private final TreeMap<String, Order> rows = new TreeMap<>();
    private final CustomerStore customers;
    final List<OrderEvent> emitted = new ArrayList<>();
    private Runnable beforeNextSave = () -> {};
    private Runnable afterNextSave = () -> {};

    OrdersInMemory(CustomerStore customers) {
        this.customers = customers;
    }

    void beforeNextSave(Runnable interruption) {
        beforeNextSave = interruption;
    }

    void afterNextSave(Runnable interruption) {
        afterNextSave = interruption;
    }

    @Override
    public Optional<Order> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public boolean save(Change change) {
        Runnable before = beforeNextSave;
        Runnable after = afterNextSave;
        beforeNextSave = () -> {};
        afterNextSave = () -> {};
        before.run();
        boolean saved = canSave(change.after());
        if (saved) {
            rows.put(change.after().id(), change.after());
            emitted.add(change.event());
        }
        after.run();
        return saved;
    }

    private boolean canSave(Order order) {
        long current = find(order.id()).map(Order::version).orElse(0L);
        return current == order.version() - 1
                && (current > 0 || customers.standing(order.customerId()) == Standing.KNOWN);
    }

    @Override
    public List<OrderSummary> list(OrderQuery query, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OrderFigures figures() {
        throw new UnsupportedOperationException();
    }
}
