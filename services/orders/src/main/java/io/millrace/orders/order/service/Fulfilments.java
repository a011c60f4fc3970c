package io.millrace.orders.order.service;

/** The fulfilment of orders, as far as those who place and cancel need to know. */
public interface Fulfilments {

    /** Begins to have an order fulfilled, within the current transaction. */
    void begin(Order placed);

    /**
     * Keeps an order's fulfilment as it is until the current transaction ends: it tells the order nothing meanwhile.
     *
     * @return whether it can be undone
     */
    boolean hold(String orderId);

    /** Begins to undo what was done for an order, which is held. */
    void abort(String orderId);
}
