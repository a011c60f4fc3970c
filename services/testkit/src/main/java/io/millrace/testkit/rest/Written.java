package io.millrace.testkit.rest;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** What stands in the database: every row of the service's own tables, and how much was ever put into the outbox. */
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
                                (SELECT string_agg(
                                        query_to_xml(
                                            format('SELECT * FROM %I AS content ORDER BY content::text', tablename),
                                            true, false, tablename)::text,
                                        '' ORDER BY tablename)
                                    FROM pg_tables WHERE schemaname = current_schema()),
                                pg_sequence_last_value(pg_get_serial_sequence('messaging.outbox', 'id')::regclass))
                            """)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
