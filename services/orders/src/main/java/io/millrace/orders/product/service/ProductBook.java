package io.millrace.orders.product.service;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The copy of products. Guarantee: the latest price that was heard of counts, however often the news comes. */
@Singleton
public final class ProductBook {

    private final ProductStore store;

    public ProductBook(ProductStore store) {
        this.store = store;
    }

    public void listed(List<Listing> listings) {
        store.add(listings);
    }

    public void repriced(List<PriceChange> changes) {
        Map<String, PriceChange> latest = new LinkedHashMap<>();
        changes.forEach(change ->
                latest.merge(change.sku(), change, (one, other) -> one.version() >= other.version() ? one : other));
        store.reprice(latest.values());
    }

    /** Those that are known, by SKU. */
    public Map<String, Product> find(Collection<String> skus) {
        return store.find(skus);
    }
}
