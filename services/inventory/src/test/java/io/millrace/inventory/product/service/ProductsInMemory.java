package io.millrace.inventory.product.service;

import io.millrace.contracts.inventory.ProductEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Keeps products as the database would, and lets a test slip something in between reading and saving. */
final class ProductsInMemory implements ProductStore {

    private final TreeMap<String, Product> rows = new TreeMap<>();
    private final Map<String, Integer> restocks = new HashMap<>();
    final List<ProductEvent> emitted = new ArrayList<>();
    private Runnable beforeNextSave = () -> {};

    void beforeNextSave(Runnable interruption) {
        beforeNextSave = interruption;
    }

    @Override
    public Optional<Product> find(String sku) {
        return Optional.ofNullable(rows.get(sku));
    }

    @Override
    public OptionalInt restocked(String sku, String restockId) {
        Integer quantity = restocks.get(sku + "/" + restockId);
        return quantity == null ? OptionalInt.empty() : OptionalInt.of(quantity);
    }

    @Override
    public boolean save(Change change) {
        Runnable before = beforeNextSave;
        beforeNextSave = () -> {};
        before.run();
        Product after = change.after();
        if (find(after.sku()).map(Product::version).orElse(0L) != after.version() - 1) {
            return false;
        }
        rows.put(after.sku(), after);
        emitted.add(change.event());
        return true;
    }

    @Override
    public boolean restock(Change change, String restockId, int quantity) {
        boolean saved = save(change);
        if (saved) {
            restocks.put(change.after().sku() + "/" + restockId, quantity);
        }
        return saved;
    }

    @Override
    public List<Product> list(String afterSku, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StockFigures figures() {
        throw new UnsupportedOperationException();
    }
}
