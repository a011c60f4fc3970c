package io.millrace.inventory.product.service;

/** What became of a wish to reprice a product. */
public sealed interface Repricing {

    /** It costs this, now or since before. */
    record Done(Product product) implements Repricing {}

    /** A product keeps its currency: orders of it could not be added up otherwise. */
    record OtherCurrency(String expected) implements Repricing {}

    /** The product is at another version than the caller agreed to change. */
    record OtherVersion(long current) implements Repricing {}

    /** There is no such product. */
    record Unknown() implements Repricing {}
}
