package io.millrace.orders.order.exposition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** What stands in the database: every order with its lines, and how much was ever put into the outbox. */
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
                            SELECT concat(
                                (SELECT json_agg(customer_order ORDER BY id) FROM customer_order),
                                (SELECT json_agg(order_line ORDER BY order_id, number) FROM order_line),
                                pg_sequence_last_value(pg_get_serial_sequence('messaging.outbox', 'id')::regclass))
                            """)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
