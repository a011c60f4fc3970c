package io.millrace.orders.order.service;

/** What became of a wish to cancel. */
public sealed interface Cancellation {

    /** What was begun is being undone. Whether that still succeeds, the order will tell. */
    record Begun(Order order) implements Cancellation {}

    /** The order is cancelled since before. */
    record Done(Order order) implements Cancellation {}

    /** The order cannot be cancelled: it is on its way, or came to nothing. */
    record TooLate(Order order) implements Cancellation {}

    /** The order could be cancelled, but something failed: what was done for it is being undone, and it will be rejected. */
    record BeingRejected(Order order) implements Cancellation {}

    /** The order is at another version than the caller agreed to cancel. */
    record OtherVersion(long current) implements Cancellation {}

    /** There is no such order. */
    record Unknown() implements Cancellation {}
}
