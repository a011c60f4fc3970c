package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.parked.Fence;
import io.millrace.chassis.source.SourceMessage;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** The statements of whoever carries out a rebuild on {@code messaging.rebuild}. */
@Singleton
class RebuildTable {

    private final TransactionOperations<Connection> transactions;

    RebuildTable(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    boolean isWanted(String consumer) {
        return query(
                "SELECT FROM messaging.rebuild WHERE consumer = ? AND state IN ('REQUESTED', 'RUNNING')",
                statement -> statement.setString(1, consumer),
                ResultSet::next);
    }

    /** The same, and nobody changes it until the current transaction ends. */
    boolean isWantedNow(String consumer) {
        return query(
                "SELECT state IN ('REQUESTED', 'RUNNING') FROM messaging.rebuild WHERE consumer = ? FOR UPDATE",
                statement -> statement.setString(1, consumer),
                row -> row.next() && row.getBoolean(1));
    }

    /**
     * An event that was thrown away as a dead letter.
     *
     * @param eventId tells it from an event that stands at its position in a stream that was made anew
     */
    record Discarded(long position, String eventId) {

        static Discarded of(SourceMessage message) {
            return new Discarded(message.sequence(), message.header("ce-id"));
        }
    }

    /**
     * Makes an epoch the ruling one. Returns where it goes on; empty if it begins.
     *
     * @throws FencedException if a later one rules, or nobody wants it any more
     */
    OptionalLong bind(Fence fence) {
        return query(
                """
                UPDATE messaging.rebuild AS r
                SET epoch = ?, state = 'RUNNING', started_at = coalesce(r.started_at, now())
                FROM messaging.rebuild AS before
                WHERE r.consumer = ? AND before.consumer = r.consumer AND r.epoch <= ?
                    AND r.state IN ('REQUESTED', 'RUNNING')
                RETURNING before.state = 'RUNNING', r.position\
                """,
                statement -> {
                    statement.setLong(1, fence.epoch());
                    statement.setString(2, fence.consumer());
                    statement.setLong(3, fence.epoch());
                },
                row -> {
                    if (!row.next()) {
                        throw new FencedException(fence);
                    }
                    return row.getBoolean(1) ? OptionalLong.of(row.getLong(2)) : OptionalLong.empty();
                });
    }

    /** Moves the position of the shadow tables within the current transaction. */
    void advance(Fence fence, long from, long to) {
        update("""
                UPDATE messaging.rebuild SET position = ?
                WHERE consumer = ? AND epoch = ? AND position = ? AND state = 'RUNNING'\
                """, fence, statement -> {
            statement.setLong(1, to);
            statement.setString(2, fence.consumer());
            statement.setLong(3, fence.epoch());
            statement.setLong(4, from);
        });
    }

    /** How far the consumer itself is. */
    long positionOf(String consumer) {
        return query(
                "SELECT coalesce(max(position), 0) FROM messaging.consumer WHERE name = ?",
                statement -> statement.setString(1, consumer),
                RebuildTable::number);
    }

    /** Holds the consumer still until the end of the current transaction, parked events too. Returns its position. */
    long hold(Fence fence) {
        return query("""
                SELECT position, set_config('idle_in_transaction_session_timeout', '60s', true)
                FROM messaging.consumer WHERE name = ? FOR UPDATE\
                """, statement -> statement.setString(1, fence.consumer()), RebuildTable::number);
    }

    /** Which events behind the first position and up to the last were discarded as dead letters. */
    Set<Discarded> discarded(String consumer, long behind, long upTo) {
        return query(
                """
                SELECT position, event_id FROM messaging.dead_letter_action
                WHERE consumer = ? AND action = 'DISCARD' AND position > ? AND position <= ?\
                """,
                statement -> {
                    statement.setString(1, consumer);
                    statement.setLong(2, behind);
                    statement.setLong(3, upTo);
                },
                row -> {
                    Set<Discarded> events = new HashSet<>();
                    while (row.next()) {
                        events.add(new Discarded(row.getLong(1), row.getString(2)));
                    }
                    return events;
                });
    }

    /** Notes that the new tables serve, and that what is parked up to here is in them already. */
    void finish(Fence fence, long served) {
        update("""
                UPDATE messaging.rebuild SET state = 'DONE', finished_at = now()
                WHERE consumer = ? AND epoch = ? AND position = ? AND state = 'RUNNING'\
                """, fence, statement -> {
            statement.setString(1, fence.consumer());
            statement.setLong(2, fence.epoch());
            statement.setLong(3, served);
        });
        query(
                "UPDATE messaging.parked_event SET rebuilt = true WHERE consumer = ? AND position <= ? RETURNING 0",
                statement -> {
                    statement.setString(1, fence.consumer());
                    statement.setLong(2, served);
                },
                ResultSet::next);
    }

    void fail(String consumer, String error) {
        query(
                """
                UPDATE messaging.rebuild SET state = 'FAILED', finished_at = now(), error = ?
                WHERE consumer = ? AND state IN ('REQUESTED', 'RUNNING') RETURNING 0\
                """,
                statement -> {
                    statement.setString(1, error.replace('\0', ' '));
                    statement.setString(2, consumer);
                },
                ResultSet::next);
    }

    private static long number(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }

    private void update(String sql, Fence fence, Parameters parameters) {
        transactions.executeWrite(tx -> {
            try (PreparedStatement statement = tx.getConnection().prepareStatement(sql)) {
                parameters.set(statement);
                if (statement.executeUpdate() != 1) {
                    throw new FencedException(fence);
                }
                return null;
            }
        });
    }

    private <T> T query(String sql, Parameters parameters, Answer<T> answer) {
        return transactions.executeWrite(tx -> {
            try (PreparedStatement statement = tx.getConnection().prepareStatement(sql)) {
                parameters.set(statement);
                return answer.read(statement.executeQuery());
            }
        });
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Answer<T> {
        T read(ResultSet row) throws SQLException;
    }
}
