package io.millrace.inventory.reservation.service;

import io.millrace.inventory.product.service.ShelfStore;
import io.millrace.inventory.product.service.Shelves;
import io.millrace.inventory.product.service.Shelves.Movement;
import io.millrace.inventory.product.service.Stock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Stock in memory, for one thread. */
final class ShelvesInMemory implements ShelfStore {

    private final Map<String, Stock> stock = new HashMap<>();

    void put(String sku, int pieces) {
        stock.put(sku, new Stock(pieces, pieces, 0, 0, 0));
    }

    Stock of(String sku) {
        return stock.get(sku);
    }

    @Override
    public Shelves lock(Collection<String> skus) {
        Map<String, Stock> locked = new HashMap<>(stock);
        locked.keySet().retainAll(skus);
        return new Shelves(locked);
    }

    @Override
    public void keep(Shelves shelves) {
        shelves.movements().forEach(moved -> stock.compute(moved.sku(), (_, there) -> plus(there, moved)));
    }

    private static Stock plus(Stock there, Movement moved) {
        return new Stock(
                there.received(),
                there.onHand() + moved.onHand(),
                there.held() + moved.held(),
                there.shipped() + moved.shipped(),
                there.returned() + moved.returned());
    }
}
