package io.millrace.customers.customer.exposition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** What stands in the database: every customer, and whether anything was ever put into the outbox. */
@Singleton
final class Written {

    private final TransactionOperations<Connection> transactions;

    Written(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The outbox is emptied as it is published, so its sequence tells whether there was a row. */
    String everything() {
        return transactions.executeRead(transaction -> {
            try (Statement statement = transaction.getConnection().createStatement();
                    ResultSet row = statement.executeQuery("""
                            SELECT (SELECT json_agg(customer ORDER BY id) FROM customer)::text
                                || pg_sequence_last_value(pg_get_serial_sequence('messaging.outbox', 'id')::regclass)
                            """)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
