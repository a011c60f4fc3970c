package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;

/** The statements on {@code messaging.consumer}. */
@Singleton
class ConsumerTable {

    private final TransactionOperations<Connection> transactions;

    ConsumerTable(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Makes an epoch the ruling one and reads the position. Waits for a batch of the owner before. */
    Position bind(String consumer, String stream, long epoch) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    INSERT INTO messaging.consumer AS c (name, stream, epoch)
                    VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET epoch = EXCLUDED.epoch WHERE c.epoch <= EXCLUDED.epoch
                    RETURNING position, event_id""")) {
                statement.setString(1, consumer);
                statement.setString(2, stream);
                statement.setLong(3, epoch);
                var row = statement.executeQuery();
                if (!row.next()) {
                    throw new FencedException(consumer, epoch);
                }
                return new Position(row.getLong(1), Optional.ofNullable(row.getString(2)));
            }
        });
    }

    /**
     * Moves the position within the current transaction and locks it until that ends.
     *
     * @throws FencedException if another owner rules, or the position is not where this one left it
     */
    void advance(String consumer, long epoch, long from, Position to) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    UPDATE messaging.consumer
                    SET position = ?, event_id = ?, updated_at = now()
                    WHERE name = ? AND epoch = ? AND position = ?""")) {
                statement.setLong(1, to.sequence());
                statement.setString(2, to.eventId().orElse(null));
                statement.setString(3, consumer);
                statement.setLong(4, epoch);
                statement.setLong(5, from);
                if (statement.executeUpdate() != 1) {
                    throw new FencedException(consumer, epoch);
                }
                return null;
            }
        });
    }
}
