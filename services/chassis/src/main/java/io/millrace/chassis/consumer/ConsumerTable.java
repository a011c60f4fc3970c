package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.parked.Fence;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The statements of a consumer's owner on {@code messaging.consumer}. */
@Singleton
class ConsumerTable {

    private final TransactionOperations<Connection> transactions;
    private final Eviction eviction;

    ConsumerTable(TransactionOperations<Connection> transactions, Eviction eviction) {
        this.transactions = transactions;
        this.eviction = eviction;
    }

    /**
     * Where an owner goes on.
     *
     * @param reactedTo up to here reactions have happened, though the position may have been set back since
     */
    record Binding(Position position, long reactedTo) {}

    /** Whether the consumer has ever been bound or set somewhere. */
    boolean isKnown(String consumer) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection()
                    .prepareStatement(
                            "SELECT FROM messaging.consumer WHERE name = ? AND (epoch > 0 OR position > 0)")) {
                statement.setString(1, consumer);
                return statement.executeQuery().next();
            }
        });
    }

    /** Has a consumer that is not yet known begin behind a position, though somebody may have paused it before. */
    void begin(String consumer, String stream, long position) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                INSERT INTO messaging.consumer AS c (name, stream, position) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET position = EXCLUDED.position WHERE c.epoch = 0 AND c.position = 0\
                """)) {
                statement.setString(1, consumer);
                statement.setString(2, stream);
                statement.setLong(3, position);
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Makes an epoch the ruling one and reads the position. Waits for what the owner before is committing, be it a batch
     * or a parked event, but not for long: its lease is over.
     *
     * @throws FencedException if a later owner rules already
     * @throws PausedException if it is paused
     */
    Binding bind(Fence fence, String stream) {
        return transactions.executeWrite(tx -> {
            Connection connection = tx.getConnection();
            try (var watch = eviction.of(connection);
                    var insert = connection.prepareStatement("""
                        INSERT INTO messaging.consumer (name, stream, epoch) VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
                        """);
                    var lock = connection.prepareStatement(
                            "SELECT FROM messaging.consumer WHERE name = ? AND epoch < ? FOR UPDATE");
                    var rule = connection.prepareStatement("""
                        UPDATE messaging.consumer SET epoch = ? WHERE name = ? AND epoch <= ?
                        RETURNING position, event_id, paused, reacted_to\
                        """)) {
                insert.setString(1, fence.consumer());
                insert.setString(2, stream);
                insert.setLong(3, fence.epoch());
                insert.executeUpdate();
                lock.setString(1, fence.consumer());
                lock.setLong(2, fence.epoch());
                lock.executeQuery();
                rule.setLong(1, fence.epoch());
                rule.setString(2, fence.consumer());
                rule.setLong(3, fence.epoch());
                var row = rule.executeQuery();
                if (!row.next()) {
                    throw new FencedException(fence);
                }
                Position position = new Position(row.getLong(1), Optional.ofNullable(row.getString(2)));
                if (row.getBoolean(3)) {
                    throw new PausedException(fence.consumer(), position);
                }
                return new Binding(position, row.getLong(4));
            }
        });
    }

    /**
     * Moves the position within the current transaction and locks it until that ends. From here on handlers may take as
     * long as they need.
     *
     * @throws FencedException if another owner rules, or the position is not where this one left it
     * @throws PausedException if it was paused
     */
    void advance(Fence fence, long from, Position to) {
        transactions.executeWrite(tx -> {
            Connection connection = tx.getConnection();
            try (var statement = connection.prepareStatement("""
                UPDATE messaging.consumer
                SET position = ?, event_id = ?, updated_at = now()
                WHERE name = ? AND epoch = ? AND position = ? AND NOT paused
                RETURNING set_config('idle_in_transaction_session_timeout', '0', true)\
                """)) {
                statement.setLong(1, to.sequence());
                statement.setString(2, to.eventId().orElse(null));
                statement.setString(3, fence.consumer());
                statement.setLong(4, fence.epoch());
                statement.setLong(5, from);
                if (!statement.executeQuery().next()) {
                    throw refusal(connection, fence, from);
                }
                return null;
            }
        });
    }

    /**
     * Looks whether an owner that has nothing to do may go on.
     *
     * @throws FencedException if another owner rules, or the position is not where this one left it
     * @throws PausedException if it was paused
     */
    void requireAt(Fence fence, long position) {
        transactions.executeRead(tx -> {
            Connection connection = tx.getConnection();
            try (var statement = connection.prepareStatement("""
                SELECT FROM messaging.consumer
                WHERE name = ? AND epoch = ? AND position = ? AND NOT paused\
                """)) {
                statement.setString(1, fence.consumer());
                statement.setLong(2, fence.epoch());
                statement.setLong(3, position);
                if (!statement.executeQuery().next()) {
                    throw refusal(connection, fence, position);
                }
                return null;
            }
        });
    }

    private static RuntimeException refusal(Connection connection, Fence fence, long from) throws SQLException {
        try (var statement = connection.prepareStatement("""
            SELECT position, event_id FROM messaging.consumer
            WHERE name = ? AND epoch = ? AND position = ? AND paused\
            """)) {
            statement.setString(1, fence.consumer());
            statement.setLong(2, fence.epoch());
            statement.setLong(3, from);
            var row = statement.executeQuery();
            return row.next()
                    ? new PausedException(
                            fence.consumer(), new Position(row.getLong(1), Optional.ofNullable(row.getString(2))))
                    : new FencedException(fence);
        }
    }
}
