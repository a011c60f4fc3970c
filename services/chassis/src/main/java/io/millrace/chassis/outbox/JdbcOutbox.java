package io.millrace.chassis.outbox;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The outbox in the service's own database. */
@Singleton
class JdbcOutbox implements Outbox {

    private final TransactionOperations<Connection> transactions;
    private final EventEncoder encoder;
    private final OutboxSignal signal;

    JdbcOutbox(TransactionOperations<Connection> transactions, EventEncoder encoder, OutboxSignal signal) {
        this.transactions = transactions;
        this.encoder = encoder;
        this.signal = signal;
    }

    @Override
    public void emit(List<Emission> emissions) {
        TransactionStatus<?> current = transactions
                .findTransactionStatus()
                .filter(status -> !status.isCompleted())
                .orElseThrow(() -> new IllegalStateException(
                        "emit inside the transaction that makes the change: there is none on this thread"));
        if (emissions.isEmpty()) {
            return;
        }
        insert(emissions.stream().map(encoder::encode).toList());
        current.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.committed();
            }
        });
    }

    private void insert(List<OutboxRow> rows) {
        Connection connection = transactions.getConnection();
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO messaging.outbox (event_id, subject, headers, body)
                SELECT event_id, subject, headers, body
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bytea[]) WITH ORDINALITY
                    AS emitted (event_id, subject, headers, body, ordinal)
                ORDER BY ordinal""")) {
            statement.setArray(1, connection.createArrayOf("text", column(rows, OutboxRow::eventId)));
            statement.setArray(2, connection.createArrayOf("text", column(rows, OutboxRow::subject)));
            statement.setArray(3, connection.createArrayOf("text", column(rows, OutboxRow::headers)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(OutboxRow::body).toArray(byte[][]::new)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("cannot write " + rows.size() + " events to the outbox", e);
        }
    }

    private static Object[] column(List<OutboxRow> rows, Function<OutboxRow, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
