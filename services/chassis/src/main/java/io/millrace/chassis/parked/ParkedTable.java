package io.millrace.chassis.parked;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner of a consumer does with {@code messaging.parked_event}.
 *
 * <p>Guarantees: only the ruling owner changes anything. Each statement locks the consumer's row against a new owner, but
 * not against the position, so parked events and the stream are handled side by side.
 */
@Singleton
public class ParkedTable {

    private final TransactionOperations<Connection> transactions;

    ParkedTable(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * A head that was taken away.
     *
     * @param rebuilt whether a rebuild has written already what it says
     * @param replayed whether its reactions happened before the consumer was set back
     */
    public record Taken(boolean rebuilt, boolean replayed) {}

    /**
     * Makes every head that nobody looks at due, which an owner that died may have left behind, and returns the keys that
     * have parked events.
     */
    public Set<String> takeOver(Fence fence) {
        return transactions.executeWrite(tx -> {
            Connection connection = tx.getConnection();
            try (var update = connection.prepareStatement(OWNED + """
                UPDATE messaging.parked_event AS waiting
                SET state = 'RETRYING', due_at = now()
                WHERE consumer = ? AND state = 'WAITING' AND EXISTS (SELECT FROM owned) AND NOT EXISTS (
                    SELECT FROM messaging.parked_event AS earlier
                    WHERE earlier.consumer = waiting.consumer AND earlier.key = waiting.key
                        AND earlier.position < waiting.position)\
                """);
                    var keys = connection.prepareStatement(
                            "SELECT DISTINCT key FROM messaging.parked_event WHERE consumer = ?")) {
                own(update, fence);
                update.setString(3, fence.consumer());
                update.executeUpdate();
                keys.setString(1, fence.consumer());
                ResultSet row = keys.executeQuery();
                Set<String> found = new HashSet<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }

    /** The heads that are due, the longest due first. */
    public List<ParkedEvent> due(String consumer, int limit) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                SELECT position, key, state = 'DISCARDED', attempts, subject, headers, body
                FROM messaging.parked_event
                WHERE consumer = ? AND due_at <= clock_timestamp()
                ORDER BY due_at
                LIMIT ?\
                """)) {
                statement.setString(1, consumer);
                statement.setInt(2, limit);
                return events(statement.executeQuery());
            }
        });
    }

    /**
     * Takes a head away within the current transaction, for its effects to commit with it.
     *
     * @return empty if it is gone, or somebody else owns the consumer, or it is paused: there is nothing to do then
     */
    public Optional<Taken> take(Fence fence, long position) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement(OWNED + """
                DELETE FROM messaging.parked_event
                WHERE consumer = ? AND position = ? AND due_at IS NOT NULL AND EXISTS (SELECT FROM owned)
                RETURNING rebuilt, replayed, set_config('idle_in_transaction_session_timeout', '0', true)\
                """)) {
                own(statement, fence);
                statement.setString(3, fence.consumer());
                statement.setLong(4, position);
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(new Taken(row.getBoolean(1), row.getBoolean(2))) : Optional.empty();
            }
        });
    }

    /**
     * Makes the next event of a key its head, be the consumer paused or not: a head that is due is not yet taken. Returns
     * whether there is any left. Harmless when repeated.
     */
    public boolean next(Fence fence, String key) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement(RULED + """
                , head AS (
                    SELECT position FROM messaging.parked_event
                    WHERE consumer = ? AND key = ? ORDER BY position LIMIT 1
                ), made_due AS (
                    UPDATE messaging.parked_event
                    SET state = 'RETRYING', due_at = now()
                    WHERE consumer = ? AND position = (SELECT position FROM head) AND state = 'WAITING'
                        AND EXISTS (SELECT FROM owned)
                )
                SELECT FROM head\
                """)) {
                own(statement, fence);
                statement.setString(3, fence.consumer());
                statement.setString(4, key);
                statement.setString(5, fence.consumer());
                return statement.executeQuery().next();
            }
        });
    }

    /** Writes down a failed attempt, and what follows from it. Returns whether the event is a dead letter now. */
    public boolean failed(Fence fence, ParkedEvent event, Throwable cause, RetryPolicy policy) {
        int made = event.attempts() + 1;
        Failure failure = new Failure(cause);
        Verdict verdict = Verdict.after(failure, made, policy);
        int changed = transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement(OWNED + """
                UPDATE messaging.parked_event
                SET state = ?, due_at = clock_timestamp() + ? * interval '1 millisecond', attempts = ?,
                    deaths = deaths + ?, announced = false, first_failure = coalesce(first_failure, now()),
                    last_failure = now(), reason = ?, stack = ?
                WHERE consumer = ? AND position = ? AND due_at IS NOT NULL AND EXISTS (SELECT FROM owned)\
                """)) {
                own(statement, fence);
                statement.setString(3, ParkedColumns.state(verdict));
                statement.setObject(4, ParkedColumns.delayMillis(verdict), java.sql.Types.BIGINT);
                statement.setInt(5, made);
                statement.setInt(6, ParkedColumns.deaths(verdict));
                statement.setString(7, failure.reason());
                statement.setString(8, failure.stack());
                statement.setString(9, fence.consumer());
                statement.setLong(10, event.position());
                return statement.executeUpdate();
            }
        });
        return changed > 0 && verdict instanceof Verdict.Dead;
    }

    /** The start of a statement that only the ruling owner may make, and that a new owner waits for. */
    private static final String OWNED = """
        WITH owned AS (
            SELECT FROM messaging.consumer WHERE name = ? AND epoch = ? AND NOT paused FOR KEY SHARE
        )
        """;

    /** The same, whether it is paused or not. */
    private static final String RULED = OWNED.replace(" AND NOT paused", "");

    private static void own(java.sql.PreparedStatement statement, Fence fence) throws SQLException {
        statement.setString(1, fence.consumer());
        statement.setLong(2, fence.epoch());
    }

    private static List<ParkedEvent> events(ResultSet row) throws SQLException {
        List<ParkedEvent> events = new ArrayList<>();
        while (row.next()) {
            events.add(new ParkedEvent(
                    row.getLong(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getString(6),
                    row.getBytes(7)));
        }
        return events;
    }
}
