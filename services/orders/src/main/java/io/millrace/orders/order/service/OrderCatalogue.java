package io.millrace.orders.order.service;

import java.util.List;

/** All orders, for lists and figures: a read model that follows what happened, and may be a moment behind. */
public interface OrderCatalogue {

    /**
     * Orders by id.
     *
     * @param limit how many at most
     */
    List<OrderSummary> list(OrderQuery query, int limit);

    OrderFigures figures();

    /** Adds orders that are not there yet. One statement. */
    void add(List<OrderSummary> placed);

    /** Notes where orders stand, unless something newer is known. One statement. */
    void note(List<Standing> standings);

    /** Where an order stands since a version. */
    record Standing(String orderId, long version, OrderStatus status) {}
}
