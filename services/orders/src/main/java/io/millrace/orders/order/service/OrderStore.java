package io.millrace.orders.order.service;

import java.util.List;
import java.util.Optional;

/** Where orders are kept. */
public interface OrderStore {

    Optional<Order> find(String id);

    /**
     * Keeps a change and emits its event, both or neither.
     *
     * @return false, and nothing is kept, if the order is no longer at the version before the change, or if it would be
     *     new and its customer is not known
     */
    boolean save(Change change);

    /**
     * Orders by id.
     *
     * @param limit how many at most
     */
    List<OrderSummary> list(OrderQuery query, int limit);

    OrderFigures figures();
}
