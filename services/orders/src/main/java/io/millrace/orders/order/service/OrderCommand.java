package io.millrace.orders.order.service;

/** What its fulfilment tells an order. */
public sealed interface OrderCommand {

    /** Its pieces are kept and its money was taken. */
    record Confirm() implements OrderCommand {}

    /**
     * It came to nothing, and everything is undone.
     *
     * @param reason a word in snake_case, for example {@code sold_out}
     * @param detail the same for people
     */
    record Reject(String reason, String detail) implements OrderCommand {}

    /** It was cancelled, and everything is undone. */
    record Cancel() implements OrderCommand {}

    /** It left the house. */
    record Ship() implements OrderCommand {}

    /** It arrived. */
    record Deliver() implements OrderCommand {}

    /** It came back, and its money was given back. */
    record TakeBack() implements OrderCommand {}
}
