package io.millrace.cli.prove.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the stream of inventory says that products, their pieces, and the copy of them must be. */
final class ProductFold {

    private final Map<String, Product> products = new HashMap<>();
    private final List<String> impossible = new ArrayList<>();

    /** A product with its pieces. */
    static final class Product {
        private long version;
        private long priceVersion;
        private String description;
        private JsonNode price;
        private JsonNode listedPrice;
        private int restocks;
        private long received;
        private long onHand;
        private long held;
        private long shipped;
        private long returned;

        long received() {
            return received;
        }

        /** How often pieces came in. */
        int restocks() {
            return restocks;
        }

        private boolean isPossible() {
            return onHand >= 0 && held >= 0 && returned <= shipped;
        }
    }

    void add(StoredEvent event) {
        Product product = products.computeIfAbsent(event.aggregate(), _ -> new Product());
        product.version = event.version();
        switch (event.type()) {
            case "inventory.product.listed" -> {
                product.description = event.text("description");
                product.listedPrice = event.body().path("price");
                priced(product, event);
            }
            case "inventory.product.repriced" -> priced(product, event);
            case "inventory.product.restocked" -> {
                int pieces = event.body().path("quantity").asInt();
                product.restocks++;
                product.received += pieces;
                product.onHand += pieces;
            }
            default -> throw new IllegalStateException("An event that nobody emits: " + event.type());
        }
    }

    private static void priced(Product product, StoredEvent event) {
        product.price = event.body().path("price");
        product.priceVersion = event.version();
    }

    void hold(JsonNode lines, StoredEvent why) {
        move(lines, why, (product, pieces) -> {
            product.onHand -= pieces;
            product.held += pieces;
        });
    }

    void release(JsonNode lines, StoredEvent why) {
        move(lines, why, (product, pieces) -> {
            product.held -= pieces;
            product.onHand += pieces;
        });
    }

    void ship(JsonNode lines, StoredEvent why) {
        move(lines, why, (product, pieces) -> {
            product.held -= pieces;
            product.shipped += pieces;
        });
    }

    void takeBack(JsonNode lines, StoredEvent why) {
        move(lines, why, (product, pieces) -> {
            product.returned += pieces;
            product.onHand += pieces;
        });
    }

    @FunctionalInterface
    private interface Movement {
        void of(Product product, int pieces);
    }

    private void move(JsonNode lines, StoredEvent why, Movement movement) {
        for (JsonNode line : lines) {
            String sku = line.path("sku").asText();
            Product product = products.computeIfAbsent(sku, _ -> new Product());
            movement.of(product, line.path("quantity").asInt());
            if (!product.isPossible()) {
                impossible.add("%s of %s at %d leaves %d pieces of %s on hand, %d held, %d shipped, %d returned"
                        .formatted(
                                why.type(),
                                why.aggregate(),
                                why.position(),
                                product.onHand,
                                sku,
                                product.held,
                                product.shipped,
                                product.returned));
            }
        }
    }

    /** Notes what cannot have happened to pieces. */
    void isImpossible(String what) {
        impossible.add(what);
    }

    /** By SKU. */
    Map<String, Product> products() {
        return products;
    }

    /** Pieces that went where none were, at the moment that the stream tells. */
    List<String> impossible() {
        return impossible;
    }

    List<Table> tables() {
        Table shelf = new Table("inventory", "product", """
                SELECT sku, version, description, price, currency, listed_price, currency,
                    received, on_hand, held, shipped, returned
                FROM product""");
        Table copy = new Table("orders", "product", "SELECT sku, version, description, price, currency FROM product");
        products.forEach((sku, product) -> {
            if (product.price == null) {
                return;
            }
            String price = OrderFold.money(product.price);
            shelf.rows()
                    .put(
                            sku,
                            Table.row(
                                    product.version,
                                    product.description,
                                    price,
                                    OrderFold.money(product.listedPrice),
                                    product.received,
                                    product.onHand,
                                    product.held,
                                    product.shipped,
                                    product.returned));
            copy.rows().put(sku, Table.row(product.priceVersion, product.description, price));
        });
        return List.of(shelf, copy);
    }
}
