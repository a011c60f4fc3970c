package io.millrace.orders.order.service;

import io.millrace.contracts.orders.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps orders as the event store would, and lets a test slip something in between reading and saving. */
final class OrdersInMemory implements OrderStore, Fulfilments {

    private final Map<String, Order> rows = new HashMap<>();
    final List<OrderEvent> emitted = new ArrayList<>();
    final Set<String> begun = new HashSet<>();
    final Set<String> tooLate = new HashSet<>();
    final List<String> aborted = new ArrayList<>();
    private Runnable beforeNextSave = () -> {};
    private Runnable afterNextHold = () -> {};

    void beforeNextSave(Runnable interruption) {
        beforeNextSave = interruption;
    }

    void afterNextHold(Runnable interruption) {
        afterNextHold = interruption;
    }

    @Override
    public Optional<Order> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Order> findAt(String id, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Order> findAt(String id, Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PastChange> history(String id, long afterVersion, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Order> place(OrderEvent placed, String id) {
        return save(id, null, placed);
    }

    @Override
    public Optional<Order> change(Order before, OrderEvent event) {
        return save(before.id(), before, event);
    }

    void hear(String id, OrderCommand command) {
        rows.get(id).hear(command).forEach(event -> save(id, rows.get(id), event));
    }

    @Override
    public void begin(Order placed) {
        begun.add(placed.id());
    }

    @Override
    public boolean hold(String orderId) {
        boolean canBeUndone = begun.contains(orderId) && !tooLate.contains(orderId);
        Runnable interruption = afterNextHold;
        afterNextHold = () -> {};
        interruption.run();
        return canBeUndone;
    }

    @Override
    public void abort(String orderId) {
        aborted.add(orderId);
    }

    private Optional<Order> save(String id, Order before, OrderEvent event) {
        Runnable interruption = beforeNextSave;
        beforeNextSave = () -> {};
        interruption.run();
        long expected = before == null ? 0 : before.version();
        if (find(id).map(Order::version).orElse(0L) != expected) {
            return Optional.empty();
        }
        rows.put(id, Order.apply(rows.get(id), event));
        emitted.add(event);
        return find(id);
    }
}
