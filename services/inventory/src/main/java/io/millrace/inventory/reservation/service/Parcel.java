package io.millrace.inventory.reservation.service;

/** What was heard of an order's parcel before anything was asked for the order. */
public enum Parcel {
    /** It left the house. */
    SENT,
    /** It left and came back. */
    BACK
}
