package io.millrace.orders.order.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.orders.order.service.Change;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderFigures;
import io.millrace.orders.order.service.OrderQuery;
import io.millrace.orders.order.service.OrderStore;
import io.millrace.orders.order.service.OrderSummary;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Orders in PostgreSQL.
 *
 * <p>Placing takes three round trips, however many lines there are: one statement that looks at the customer and writes
 * order and lines (the driver sends BEGIN along with it), one for the outbox, and COMMIT. The order's row is written, or
 * checked for its version, before the outbox is.
 */
@Singleton
final class JdbcOrderStore implements OrderStore {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    JdbcOrderStore(TransactionOperations<Connection> transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Optional<Order> find(String id) {
        return transactions.executeRead(transaction -> new OrderRows(transaction.getConnection()).find(id));
    }

    @Override
    public List<OrderSummary> list(OrderQuery query, int limit) {
        return transactions.executeRead(transaction -> new OrderLists(transaction.getConnection()).list(query, limit));
    }

    @Override
    public OrderFigures figures() {
        return transactions.executeRead(transaction -> new OrderSums(transaction.getConnection()).figures());
    }

    @Override
    public boolean save(Change change) {
        return transactions.executeWrite(transaction -> {
            Order after = change.after();
            boolean kept = write(new OrderRows(transaction.getConnection()), after);
            if (kept) {
                outbox.emit(Emission.of(after.id(), after.version(), change.event()));
            }
            return kept;
        });
    }

    private static boolean write(OrderRows rows, Order after) throws SQLException {
        return after.version() == 1 ? rows.insert(after) : rows.update(after);
    }
}
