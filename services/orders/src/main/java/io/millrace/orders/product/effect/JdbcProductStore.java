package io.millrace.orders.product.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.contracts.Money;
import io.millrace.orders.product.service.Listing;
import io.millrace.orders.product.service.PriceChange;
import io.millrace.orders.product.service.Product;
import io.millrace.orders.product.service.ProductStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
                setColumn(
                        insert,
                        1,
                        "text",
                        listings,
                        listing -> listing.product().sku());
                setColumn(insert, 2, "bigint", listings, Listing::version);
                setColumn(
                        insert,
                        3,
                        "text",
                        listings,
                        listing -> listing.product().description());
                setColumn(
                        insert,
                        4,
                        "numeric",
                        listings,
                        listing -> listing.product().price().toDecimal());
                setColumn(
                        insert,
                        5,
                        "text",
                        listings,
                        listing -> listing.product().price().currency());
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
                setColumn(update, 1, "text", changes, PriceChange::sku);
                setColumn(update, 2, "bigint", changes, PriceChange::version);
                setColumn(
                        update, 3, "numeric", changes, change -> change.price().toDecimal());
                setColumn(update, 4, "text", changes, change -> change.price().currency());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Map<String, Product> find(Collection<String> skus) {
        return transactions.executeRead(transaction -> {
            Connection connection = transaction.getConnection();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT sku, description, price, currency
                    FROM product
                    WHERE sku = ANY (?)
                    """)) {
                select.setArray(1, connection.createArrayOf("text", skus.toArray()));
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

    private static <R> void setColumn(
            PreparedStatement statement, int index, String type, Collection<R> rows, Function<R, ?> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
