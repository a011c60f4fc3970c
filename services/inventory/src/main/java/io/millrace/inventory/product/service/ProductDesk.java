package io.millrace.inventory.product.service;

import io.millrace.contracts.Money;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Everything that people can ask for about products.
 *
 * <p>A repeated request changes nothing and emits nothing, even when it names the version that its first sending
 * changed: RFC 9110, section 13.1.1, allows to answer it as done. Where somebody else's change comes between reading and
 * saving, the decision is made anew on what is there then.
 */
@Singleton
public final class ProductDesk {

    private final ProductStore store;

    public ProductDesk(ProductStore store) {
        this.store = store;
    }

    public Optional<Product> find(String sku) {
        return store.find(sku);
    }

    /** Products ordered by SKU, behind the given one. */
    public List<Product> list(String afterSku, int limit) {
        return store.list(afterSku, limit);
    }

    public StockFigures figures() {
        return store.figures();
    }

    /** Tries first and looks afterwards: most SKUs are new. */
    public Listing list(String sku, String description, Money price) {
        Change listing = Product.list(sku, description, price);
        return settle(() -> saved(listing)
                .<Listing>map(Listing.Listed::new)
                .or(() -> store.find(sku).map(there -> met(there, listing.after()))));
    }

    private static Listing met(Product there, Product wanted) {
        return there.isOrWas(wanted) ? new Listing.AlreadyListed(there) : new Listing.SkuTaken(there);
    }

    /** @param expected which versions the caller agrees to change */
    public Repricing reprice(String sku, Money price, LongPredicate expected) {
        return settle(() -> switch (store.find(sku).orElse(null)) {
            case null -> Optional.of(new Repricing.Unknown());
            case Product there
            when !there.isPricedIn(price.currency()) ->
                Optional.of(new Repricing.OtherCurrency(there.price().currency()));
            case Product there
            when there.costs(price) && wasEver(expected, there) -> Optional.of(new Repricing.Done(there));
            case Product there
            when expected.test(there.version()) -> saved(there.reprice(price)).map(Repricing.Done::new);
            case Product there -> Optional.of(new Repricing.OtherVersion(there.version()));
        });
    }

    /**
     * Adds pieces.
     *
     * @param restockId tells this delivery of goods from others of the product
     * @param quantity at least 1
     */
    public Restocking restock(String sku, String restockId, int quantity) {
        return settle(() -> switch (store.find(sku).orElse(null)) {
            case null -> Optional.of(new Restocking.Unknown());
            case Product there -> restock(there, restockId, quantity);
        });
    }

    /** Looks for the id after the version was read: whoever uses the id in between changes the version. */
    private Optional<Restocking> restock(Product there, String restockId, int quantity) {
        OptionalInt before = store.restocked(there.sku(), restockId);
        if (before.isPresent()) {
            return before.getAsInt() == quantity
                    ? store.find(there.sku()).map(Restocking.AlreadyRestocked::new)
                    : Optional.of(new Restocking.IdTaken(before.getAsInt()));
        }
        if (quantity > there.stock().room()) {
            return Optional.of(new Restocking.TooMany(there.stock().room()));
        }
        return store.restock(there.restock(quantity), restockId, quantity)
                ? store.find(there.sku()).map(Restocking.Restocked::new)
                : Optional.empty();
    }

    private Optional<Product> saved(Change change) {
        return store.save(change) ? Optional.of(change.after()) : Optional.empty();
    }

    private static boolean wasEver(LongPredicate expected, Product there) {
        return LongStream.rangeClosed(1, there.version()).anyMatch(expected);
    }

    /** Empty means that a race was lost. Somebody else won it, so this ends. */
    private static <R> R settle(Supplier<Optional<R>> attempt) {
        Optional<R> outcome = attempt.get();
        while (outcome.isEmpty()) {
            outcome = attempt.get();
        }
        return outcome.get();
    }
}
