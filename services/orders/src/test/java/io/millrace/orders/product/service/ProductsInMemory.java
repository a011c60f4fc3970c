package io.millrace.orders.product.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps products as the database would. */
public final class ProductsInMemory implements ProductStore {

    private final Map<String, Listing> rows = new HashMap<>();

    @Override
    public void add(List<Listing> listings) {
        listings.forEach(listing -> rows.putIfAbsent(listing.product().sku(), listing));
    }

    @Override
    public void reprice(Collection<PriceChange> changes) {
        changes.forEach(change -> rows.computeIfPresent(
                change.sku(),
                (sku, there) -> there.version() >= change.version()
                        ? there
                        : new Listing(
                                new Product(sku, there.product().description(), change.price()), change.version())));
    }

    @Override
    public Map<String, Product> find(Collection<String> skus) {
        Map<String, Product> found = new HashMap<>();
        skus.stream()
                .filter(rows::containsKey)
                .forEach(sku -> found.put(sku, rows.get(sku).product()));
        return found;
    }
}
