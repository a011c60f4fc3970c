package io.millrace.inventory.product.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.inventory.product.service.Change;
import io.millrace.inventory.product.service.Product;
import io.millrace.inventory.product.service.ProductStore;
import io.millrace.inventory.product.service.StockFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Products in PostgreSQL. A row is checked for its version before the outbox is written, in one transaction. */
@Singleton
final class JdbcProductStore implements ProductStore {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    JdbcProductStore(TransactionOperations<Connection> transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Optional<Product> find(String sku) {
        return read(connection -> new ProductRows(connection).find(sku));
    }

    @Override
    public OptionalInt restocked(String sku, String restockId) {
        return read(connection -> new Restocks(connection).find(sku, restockId));
    }

    @Override
    public boolean save(Change change) {
        return write(change, connection -> {
            ProductRows rows = new ProductRows(connection);
            return change.after().version() == 1 ? rows.insert(change.after()) : rows.reprice(change.after());
        });
    }

    @Override
    public boolean restock(Change change, String restockId, int quantity) {
        return write(change, connection -> new Restocks(connection).add(change.after(), restockId, quantity));
    }

    @Override
    public List<Product> list(String afterSku, int limit) {
        return read(connection -> new ProductRows(connection).list(afterSku, limit));
    }

    @Override
    public StockFigures figures() {
        return read(connection -> new StockSums(connection).figures());
    }

    private interface Statements<R> {
        R run(Connection connection) throws SQLException;
    }

    private boolean write(Change change, Statements<Boolean> statements) {
        return transactions.executeWrite(transaction -> {
            boolean kept = statements.run(transaction.getConnection());
            if (kept) {
                outbox.emit(Emission.of(change.after().sku(), change.after().version(), change.event()));
            }
            return kept;
        });
    }

    private <R> R read(Statements<R> statements) {
        return transactions.executeRead(transaction -> statements.run(transaction.getConnection()));
    }
}
