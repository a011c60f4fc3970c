package io.millrace.chassis.outbox;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import io.millrace.chassis.database.Columns;
import io.millrace.contracts.EnvelopeHeaders;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Puts encoded events into the outbox, and wakes the relay once they are committed. */
@Singleton
public class OutboxWriter {

    private final TransactionOperations<Connection> transactions;
    private final OutboxSignal signal;

    protected OutboxWriter(TransactionOperations<Connection> transactions, OutboxSignal signal) {
        this.transactions = transactions;
        this.signal = signal;
    }

    /**
     * Adds events in the order given, within the current transaction. One statement, however many they are.
     *
     * @throws IllegalStateException if there is no current transaction
     */
    public void write(List<EncodedEvent> events) {
        TransactionStatus<?> current = current();
        if (events.isEmpty()) {
            return;
        }
        insert(events);
        current.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.committed();
            }
        });
    }

    TransactionStatus<?> current() {
        return transactions
                .findTransactionStatus()
                .filter(status -> !status.isCompleted())
                .orElseThrow(() -> new IllegalStateException(
                        "emit inside the transaction that makes the change: there is none on this thread"));
    }

    private void insert(List<EncodedEvent> events) {
        try (PreparedStatement statement = transactions.getConnection().prepareStatement("""
                INSERT INTO messaging.outbox (event_id, subject, headers, body)
                SELECT event_id, subject, headers, body
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bytea[]) WITH ORDINALITY
                    AS emitted (event_id, subject, headers, body, ordinal)
                ORDER BY ordinal""")) {
            new Columns<>(statement, events)
                    .set(1, "text", event -> event.envelope().id())
                    .set(2, "text", EncodedEvent::subject)
                    .set(3, "text", OutboxWriter::headers)
                    .bytes(4, EncodedEvent::body);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("cannot write " + events.size() + " events to the outbox", e);
        }
    }

    private static String headers(EncodedEvent event) {
        return HeaderLines.write(EnvelopeHeaders.write(event.envelope()));
    }
}
