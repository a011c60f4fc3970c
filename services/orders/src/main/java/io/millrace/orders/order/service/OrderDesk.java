package io.millrace.orders.order.service;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can be asked about orders. One order is as its events have made it; lists may be a moment behind. */
@Singleton
public final class OrderDesk {

    private final OrderStore store;
    private final OrderCatalogue catalogue;

    public OrderDesk(OrderStore store, OrderCatalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    public Optional<Order> find(String id) {
        return store.find(id);
    }

    /** The order as it was at a version; empty if it has not come so far. */
    public Optional<Order> findAt(String id, long version) {
        return store.findAt(id, version).filter(order -> order.version() == version);
    }

    /** The order as it was at a time. */
    public Optional<Order> findAt(String id, Instant time) {
        return store.findAt(id, time);
    }

    /** What happened to an order, behind a version. */
    public List<PastChange> history(String id, long afterVersion, int limit) {
        return store.history(id, afterVersion, limit);
    }

    /** Orders by id, without their lines. */
    public List<OrderSummary> list(OrderQuery query, int limit) {
        return catalogue.list(query, limit);
    }

    public OrderFigures figures() {
        return catalogue.figures();
    }
}
