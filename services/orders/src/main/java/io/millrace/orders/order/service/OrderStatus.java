package io.millrace.orders.order.service;

/** Where an order stands. */
public enum OrderStatus {
    /** Stock and payment are being asked for. */
    PLACED,
    /** It is paid for and its pieces are kept: it can be sent. */
    CONFIRMED,
    /** It is on its way. */
    SHIPPED,
    /** It arrived. */
    DELIVERED,
    /** It came back, and the money was given back. */
    RETURNED,
    /** It is not wanted any more, and what was begun is being undone. */
    CANCELLING,
    /** It was not wanted any more. Nothing is kept and no money is held for it. */
    CANCELLED,
    /** It could not be had or paid for. Nothing is kept and no money is held for it. */
    REJECTED;

    /** Whether it can still be cancelled. */
    public boolean isOpen() {
        return this == PLACED || this == CONFIRMED;
    }
}
