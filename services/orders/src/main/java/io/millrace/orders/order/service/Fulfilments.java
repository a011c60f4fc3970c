package io.millrace.orders.order.service;

/** The fulfilment of orders, as far as those who place and cancel need to know. */
public interface Fulfilments {

    /** Begins to have an order fulfilled, within the current transaction. */
    void begin(Order placed);

    /** Begins to undo what was done for an order. Returns false if it is too late for that. */
    boolean abort(String orderId);
}
