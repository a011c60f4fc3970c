package io.millrace.orders.product.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import io.millrace.contracts.Money;
import io.millrace.orders.product.service.Listing;
import io.millrace.orders.product.service.PriceChange;
import io.millrace.orders.product.service.Product;
import io.millrace.orders.product.service.ProductStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The copy of products in PostgreSQL. */
@Singleton
final class JdbcProductStore implements ProductStore {

    private final TransactionOperations<Connection> transactions;

    JdbcProductStore(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(List<Listing> listings) {
        transactions.executeWrite(transaction -> {
            try (PreparedStatement insert = transaction.getConnection().prepareStatement("""
                    INSERT INTO product (sku, version, description, price, currency)
                    SELECT sku, version, description, price, currency
                    FROM unnest(?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::text[])
                        AS listed (sku, version, description, price, currency)
                    ON CONFLICT (sku) DO NOTHING
                    """)) {
                new Columns<>(insert, listings)
                        .set(1, "text", listing -> listing.product().sku())
                        .set(2, "bigint", Listing::version)
                        .set(3, "text", listing -> listing.product().description())
                        .set(4, "numeric", listing -> listing.product().price().toDecimal())
                        .set(5, "text", listing -> listing.product().price().currency());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void reprice(Collection<PriceChange> changes) {
        transactions.executeWrite(transaction -> {
            try (PreparedStatement update = transaction.getConnection().prepareStatement("""
                    UPDATE product AS known
                    SET version = told.version, price = told.price, currency = told.currency
                    FROM unnest(?::text[], ?::bigint[], ?::numeric[], ?::text[]) AS told (sku, version, price, currency)
                    WHERE known.sku = told.sku AND known.version < told.version
                    """)) {
                new Columns<>(update, changes)
                        .set(1, "text", PriceChange::sku)
                        .set(2, "bigint", PriceChange::version)
                        .set(3, "numeric", change -> change.price().toDecimal())
                        .set(4, "text", change -> change.price().currency());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Map<String, Product> find(Collection<String> skus) {
        return transactions.executeRead(transaction -> {
            try (PreparedStatement select = transaction.getConnection().prepareStatement("""
                    SELECT sku, description, price, currency
                    FROM product
                    WHERE sku = ANY (?)
                    """)) {
                Columns.texts(select, 1, skus);
                try (ResultSet row = select.executeQuery()) {
                    Map<String, Product> found = new HashMap<>();
                    while (row.next()) {
                        found.put(
                                row.getString("sku"),
                                new Product(
                                        row.getString("sku"),
                                        row.getString("description"),
                                        Money.of(row.getBigDecimal("price"), row.getString("currency"))));
                    }
                    return found;
                }
            }
        });
    }
}
