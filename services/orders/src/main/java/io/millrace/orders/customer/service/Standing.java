package io.millrace.orders.customer.service;

/** What this service knows about somebody who wants to order. */
public enum Standing {
    /** May order. */
    KNOWN,
    /** Was a customer and asked to be forgotten. */
    ERASED,
    /** Nothing was heard of them, or not yet. */
    UNKNOWN
}
