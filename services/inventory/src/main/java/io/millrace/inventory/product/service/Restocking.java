package io.millrace.inventory.product.service;

/** What became of a report that pieces came in. */
public sealed interface Restocking {

    /** They are on hand. */
    record Restocked(Product product) implements Restocking {}

    /** They were reported before: the request was a repetition. */
    record AlreadyRestocked(Product product) implements Restocking {}

    /** Under this id another quantity came in. */
    record IdTaken(int quantity) implements Restocking {}

    /** The product would have received more than {@link Stock#MOST} pieces. */
    record TooMany(long room) implements Restocking {}

    /** There is no such product. */
    record Unknown() implements Restocking {}
}
