package io.millrace.orders.product.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the copy of products is kept. */
public interface ProductStore {

    /** Adds products that are not there yet. One statement. */
    void add(List<Listing> listings);

    /** Changes prices, where they were kept at a lower version. Each product at most once. One statement. */
    void reprice(Collection<PriceChange> changes);

    /** Those that are known, by SKU. */
    Map<String, Product> find(Collection<String> skus);
}
