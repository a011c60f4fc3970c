package io.millrace.orders.order.service;

/** What became of a wish to cancel. */
public sealed interface Cancellation {

    /** The order is cancelled, now or since before. */
    record Done(Order order) implements Cancellation {}

    /** The order is at another version than the caller agreed to cancel. */
    record OtherVersion(long current) implements Cancellation {}

    /** There is no such order. */
    record Unknown() implements Cancellation {}
}
