package io.millrace.inventory.product.service;

import static java.util.Objects.requireNonNull;

import io.millrace.contracts.Money;
import io.millrace.contracts.inventory.ProductListed;
import io.millrace.contracts.inventory.ProductRepriced;
import io.millrace.contracts.inventory.ProductRestocked;

/**
 * What can be ordered. Each change of it gives the next version and the event. What is kept for orders is no change of the
 * product: its version counts what people did to it.
 *
 * <p>Prices are kept in one way of writing: 2.5 and 2.50 are the same here.
 *
 * @param version how many events this product has had
 * @param price of one piece, now
 * @param listedPrice of one piece, when it was listed
 */
public record Product(String sku, long version, String description, Money price, Money listedPrice, Stock stock) {

    public Product {
        requireNonNull(sku, "sku");
        requireNonNull(description, "description");
        requireNonNull(stock, "stock");
        price = inOneWayOfWriting(price);
        listedPrice = inOneWayOfWriting(listedPrice);
    }

    static Change list(String sku, String description, Money price) {
        Product listed = new Product(sku, 1, description, price, price, Stock.NONE);
        return new Change(listed, new ProductListed(sku, description, listed.price));
    }

    Change reprice(Money next) {
        Product repriced = new Product(sku, version + 1, description, next, listedPrice, stock);
        return new Change(repriced, new ProductRepriced(sku, repriced.price));
    }

    Change restock(int quantity) {
        Product restocked = new Product(sku, version + 1, description, price, listedPrice, stock.receive(quantity));
        return new Change(restocked, new ProductRestocked(sku, quantity));
    }

    boolean costs(Money other) {
        return price.equals(inOneWayOfWriting(other));
    }

    boolean isPricedIn(String currency) {
        return price.currency().equals(currency);
    }

    /** Whether it was listed like this, or is like this now. */
    boolean isOrWas(Product wanted) {
        return description.equals(wanted.description)
                && (price.equals(wanted.price) || listedPrice.equals(wanted.price));
    }

    private static Money inOneWayOfWriting(Money price) {
        return Money.of(price.toDecimal(), price.currency());
    }
}
