package io.millrace.orders.order.service;

import io.millrace.contracts.orders.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where orders are kept, as their events. */
public interface OrderStore {

    Optional<Order> find(String id);

    /** The order as it was at a version, or as it is now where it has had no more events than that. */
    Optional<Order> findAt(String id, long version);

    /** The order as it was at a time. */
    Optional<Order> findAt(String id, Instant time);

    /** What happened to the order, behind a version. */
    List<PastChange> history(String id, long afterVersion, int limit);

    /** Keeps an order that is new. Empty if there is one of this id. */
    Optional<Order> place(OrderEvent placed, String id);

    /** Has something happen to an order. Empty, and nothing is kept, if it is not at that version any more. */
    Optional<Order> change(Order before, OrderEvent event);
}
