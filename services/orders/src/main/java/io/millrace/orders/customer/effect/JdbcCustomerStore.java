package io.millrace.orders.customer.effect;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import io.millrace.orders.customer.service.Customer;
import io.millrace.orders.customer.service.CustomerStore;
import io.millrace.orders.customer.service.Standing;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;

/** The copy of customers in PostgreSQL. */
@Singleton
final class JdbcCustomerStore implements CustomerStore {

    private final TransactionOperations<Connection> transactions;

    JdbcCustomerStore(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(Collection<Customer> customers) {
        transactions.executeWrite(transaction -> {
            try (PreparedStatement upsert = transaction.getConnection().prepareStatement("""
                    INSERT INTO customer AS known (id, version, status, name)
                    SELECT id, version, CASE WHEN name IS NULL THEN 'ERASED' ELSE 'KNOWN' END, name
                    FROM unnest(?::text[], ?::bigint[], ?::text[]) AS told (id, version, name)
                    ON CONFLICT (id) DO UPDATE
                    SET version = EXCLUDED.version, status = EXCLUDED.status, name = EXCLUDED.name
                    WHERE known.version < EXCLUDED.version
                    """)) {
                new Columns<>(upsert, customers)
                        .set(1, "text", Customer::id)
                        .set(2, "bigint", Customer::version)
                        .set(3, "text", customer -> customer.name().orElse(null));
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public Standing standing(String customerId) {
        return transactions.executeRead(transaction -> {
            try (PreparedStatement select = transaction.getConnection().prepareStatement("""
                    SELECT status
                    FROM customer
                    WHERE id = ?
                    """)) {
                select.setString(1, customerId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Standing.valueOf(row.getString("status")) : Standing.UNKNOWN;
                }
            }
        });
    }
}
