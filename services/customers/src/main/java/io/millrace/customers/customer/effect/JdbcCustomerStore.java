package io.millrace.customers.customer.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.outbox.Emission;
import io.millrace.chassis.outbox.Outbox;
import io.millrace.customers.customer.service.Change;
import io.millrace.customers.customer.service.Customer;
import io.millrace.customers.customer.service.Customer.Active;
import io.millrace.customers.customer.service.Customer.Erased;
import io.millrace.customers.customer.service.CustomerStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Customers in PostgreSQL. The row is checked for its version before the outbox is written, in one transaction. */
@Singleton
final class JdbcCustomerStore implements CustomerStore {

    private final TransactionOperations<Connection> transactions;
    private final Outbox outbox;

    JdbcCustomerStore(TransactionOperations<Connection> transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Optional<Customer> find(String id) {
        return transactions.executeRead(transaction -> new CustomerRows(transaction.getConnection()).find(id));
    }

    @Override
    public List<Active> list(String afterId, int limit) {
        return transactions.executeRead(
                transaction -> new CustomerRows(transaction.getConnection()).list(afterId, limit));
    }

    @Override
    public boolean save(Change<?> change) {
        return transactions.executeWrite(transaction -> {
            Customer after = change.after();
            boolean kept = write(new CustomerRows(transaction.getConnection()), after);
            if (kept) {
                outbox.emit(Emission.of(after.id(), after.version(), change.event()));
            }
            return kept;
        });
    }

    private static boolean write(CustomerRows rows, Customer after) throws SQLException {
        return switch (after) {
            case Active active when active.version() == 1 -> rows.insert(active);
            case Active active -> rows.update(active);
            case Erased erased -> rows.erase(erased);
        };
    }
}
