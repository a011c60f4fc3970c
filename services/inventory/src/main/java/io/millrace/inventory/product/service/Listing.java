package io.millrace.inventory.product.service;

/** What became of a wish to list a product. */
public sealed interface Listing {

    /** The product is new. */
    record Listed(Product product) implements Listing {}

    /** It was listed like this before: the request was a repetition. */
    record AlreadyListed(Product product) implements Listing {}

    /** The SKU belongs to a product of another description or price. */
    record SkuTaken(Product there) implements Listing {}
}
