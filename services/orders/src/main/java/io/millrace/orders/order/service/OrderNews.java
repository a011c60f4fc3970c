package io.millrace.orders.order.service;

import io.millrace.contracts.Envelope;
import java.util.List;

/** Has orders hear what events say about them. */
public interface OrderNews {

    /** Each order hears what is said about it, in order, within the current transaction. */
    void heard(List<News> news);

    /**
     * What an event says about an order.
     *
     * @param envelope that of the event
     */
    record News(String orderId, OrderCommand command, Envelope envelope) {}
}
