package io.millrace.inventory.product.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where products are kept. */
public interface ProductStore {

    Optional<Product> find(String sku);

    /** How many pieces came in under an id, if any did. */
    OptionalInt restocked(String sku, String restockId);

    /**
     * Keeps a new product or another price, and emits the event, both or neither.
     *
     * @return false, and nothing is kept, if the product is no longer at the version before the change
     */
    boolean save(Change change);

    /**
     * Adds pieces under an id, and emits the event, both or neither. What reservations did to the stock meanwhile stays.
     *
     * @return false, and nothing is kept, if the product is no longer at the version before the change
     */
    boolean restock(Change change, String restockId, int quantity);

    /** Products ordered by SKU, behind the given one. */
    List<Product> list(String afterSku, int limit);

    StockFigures figures();
}
