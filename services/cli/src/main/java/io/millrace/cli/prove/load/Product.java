package io.millrace.cli.prove.load;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A product that all callers order, restock and reprice.
 *
 * @param prices how many it has had: no price is given twice, so that each is known by its amount
 */
record Product(String sku, Supply supply, AtomicInteger prices) {

    private static final int CENTS = 100;

    /** How much there is of it. */
    enum Supply {
        /** More than anybody orders. */
        PLENTY(100_000),
        /** Ordered by everybody, and enough of it most of the time. */
        HOT(400),
        /** Sold out again and again. */
        SCARCE(6);

        private final int delivery;

        Supply(int delivery) {
            this.delivery = delivery;
        }

        /** How many pieces come at once. */
        int delivery() {
            return delivery;
        }
    }

    Product(String sku, Supply supply) {
        this(sku, supply, new AtomicInteger(CENTS));
    }

    String description() {
        return "WHITE HANGING HEART, “T-LIGHT” " + supply;
    }

    /** What it is listed at. */
    String firstPrice() {
        return price(CENTS);
    }

    /** One that it never had. */
    String nextPrice() {
        return price(prices.incrementAndGet());
    }

    private static String price(int cents) {
        return "%d.%02d".formatted(cents / CENTS, cents % CENTS);
    }
}
