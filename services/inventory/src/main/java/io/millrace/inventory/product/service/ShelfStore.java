package io.millrace.inventory.product.service;

import java.util.Collection;

/** The stock of many products at once. One statement for each call, however many they are. */
public interface ShelfStore {

    /**
     * Reads the stock of products and keeps everybody else from changing it until the current transaction ends. Those that
     * there are not are left out. Products are locked in the order of their SKUs.
     */
    Shelves lock(Collection<String> skus);

    /** Keeps what was moved on shelves that this transaction has locked. */
    void keep(Shelves shelves);
}
