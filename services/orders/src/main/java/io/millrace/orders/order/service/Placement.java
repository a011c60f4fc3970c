package io.millrace.orders.order.service;

/** What became of a wish to order. */
public sealed interface Placement {

    /** The order is new. */
    record Placed(Order order) implements Placement {}

    /** Just this order was there before, cancelled since or not: the request was a repetition. */
    record AlreadyPlaced(Order order) implements Placement {}

    /** The id belongs to another order. */
    record IdTaken() implements Placement {}

    /** Nothing was heard of this customer, or not yet. */
    record UnknownCustomer() implements Placement {}

    /** The customer asked to be forgotten. */
    record ErasedCustomer() implements Placement {}

    /** The lines do not make an order. */
    record NotPriced(Pricing.Refusal why) implements Placement {}
}
