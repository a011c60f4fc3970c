package io.millrace.orders.product.exposition;

import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import io.millrace.contracts.inventory.ProductListed;
import io.millrace.contracts.inventory.ProductRepriced;
import io.millrace.orders.product.service.Listing;
import io.millrace.orders.product.service.PriceChange;
import io.millrace.orders.product.service.Product;
import io.millrace.orders.product.service.ProductBook;
import java.util.List;

/** Keeps the copy of products. How many there are is no concern of orders. */
@EventHandler(from = "inventory", tables = "product")
class ProductEvents {

    private final ProductBook book;

    ProductEvents(ProductBook book) {
        this.book = book;
    }

    @Projection
    void listed(List<Received<ProductListed>> batch) {
        book.listed(batch.stream()
                .map(news -> new Listing(
                        new Product(
                                news.event().sku(),
                                news.event().description(),
                                news.event().price()),
                        version(news)))
                .toList());
    }

    @Projection
    void repriced(List<Received<ProductRepriced>> batch) {
        book.repriced(batch.stream()
                .map(news -> new PriceChange(news.event().sku(), news.event().price(), version(news)))
                .toList());
    }

    private static long version(Received<?> news) {
        return news.context().envelope().sequence();
    }
}
