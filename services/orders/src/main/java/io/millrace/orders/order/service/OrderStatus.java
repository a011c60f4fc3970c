package io.millrace.orders.order.service;

/** Where an order stands. */
public enum OrderStatus {
    PLACED,
    CANCELLED
}
