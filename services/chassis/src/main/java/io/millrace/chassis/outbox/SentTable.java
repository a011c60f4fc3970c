package io.millrace.chassis.outbox;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** The archive of what the relay has sent, {@code messaging.sent}, in the order of the stream. */
@Singleton
public class SentTable {

    private final TransactionOperations<Connection> transactions;

    SentTable(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The newest of them. */
    public Optional<StoredEvent> last() {
        return event("SELECT sequence, event_id FROM messaging.sent ORDER BY sequence DESC LIMIT 1", NOTHING);
    }

    /** The newest that was stored at this sequence or before. */
    public Optional<StoredEvent> lastUpTo(long sequence) {
        return event(
                "SELECT sequence, event_id FROM messaging.sent WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1",
                statement -> statement.setLong(1, sequence));
    }

    /** The oldest that was stored behind this sequence. */
    public Optional<StoredEvent> firstBehind(long sequence) {
        return event(
                "SELECT sequence, event_id FROM messaging.sent WHERE sequence > ? ORDER BY sequence LIMIT 1",
                statement -> statement.setLong(1, sequence));
    }

    /** How many were stored behind this sequence. */
    public long countBehind(long sequence) {
        return number(
                        "SELECT count(*) FROM messaging.sent WHERE sequence > ?",
                        statement -> statement.setLong(1, sequence))
                .orElse(0);
    }

    /** The first place behind a sequence at which nothing is kept; where nothing is kept behind it at all, the next one. */
    public long firstGapBehind(long sequence) {
        return number("""
                    SELECT min(before + 1)
                    FROM (
                        SELECT sequence, lag(sequence, 1, ?::bigint) OVER (ORDER BY sequence) AS before
                        FROM messaging.sent
                        WHERE sequence > ?
                    ) AS kept
                    WHERE before + 1 < sequence\
                    """, statement -> {
                    statement.setLong(1, sequence);
                    statement.setLong(2, sequence);
                })
                .orElse(sequence + 1);
    }

    /** Where an event was stored. Looked for from the newest on: what a broker has lost was sent lately. */
    public OptionalLong sequenceOf(String eventId) {
        return number(
                "SELECT sequence FROM messaging.sent WHERE event_id = ? ORDER BY sequence DESC LIMIT 1",
                statement -> statement.setString(1, eventId));
    }

    /** Where the first event stands, of those behind a sequence, that was sent at this time or later. */
    public OptionalLong firstSequenceSince(Instant time, long behind) {
        return number("SELECT min(sequence) FROM messaging.sent WHERE sequence > ? AND sent_at >= ?", statement -> {
            statement.setLong(1, behind);
            statement.setObject(2, time.atOffset(ZoneOffset.UTC));
        });
    }

    /**
     * Moves the newest events behind a sequence back into the outbox, in front of all that waits there. Their ids are below
     * zero, where nobody draws any. Called until it returns zero, it puts them back from the last to the first, so that they
     * stand in the order of the stream whenever it ends.
     *
     * @return how many were moved
     */
    public int putBack(long behind, int limit) {
        return update("""
                WITH lost AS (
                    DELETE FROM messaging.sent
                    WHERE sequence IN (
                        SELECT sequence FROM messaging.sent WHERE sequence > ? ORDER BY sequence DESC LIMIT ?)
                    RETURNING *
                ),
                waiting AS (SELECT least(min(id), 0) AS first FROM messaging.outbox)
                INSERT INTO messaging.outbox (id, event_id, subject, headers, body)
                OVERRIDING SYSTEM VALUE
                SELECT first - row_number() OVER (ORDER BY sequence DESC), event_id, subject, headers, body
                FROM lost, waiting\
                """, statement -> {
            statement.setLong(1, behind);
            statement.setInt(2, limit);
        });
    }

    /** Adds an event that the stream holds, or leaves the one that is there. Returns how many were added. */
    public int add(ArchivedEvent event) {
        return update("""
                    INSERT INTO messaging.sent (sequence, event_id, subject, headers, body)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (sequence) DO NOTHING\
                    """, statement -> {
            statement.setLong(1, event.sequence());
            statement.setString(2, event.eventId());
            statement.setString(3, event.subject());
            statement.setString(4, event.headers());
            statement.setBytes(5, event.body());
        });
    }

    /** Deletes events behind a sequence, and not behind another. Returns how many. */
    public int delete(long behind, long upTo, int limit) {
        return update("""
                    DELETE FROM messaging.sent
                    WHERE sequence IN (
                        SELECT sequence FROM messaging.sent WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?)\
                    """, statement -> {
            statement.setLong(1, behind);
            statement.setLong(2, upTo);
            statement.setInt(3, limit);
        });
    }

    /** Deletes the oldest events, if they were sent longer ago than that; never the newest of all. */
    public int prune(Duration keep, int limit) {
        return update("""
                    DELETE FROM messaging.sent
                    WHERE sequence IN (
                            SELECT sequence
                            FROM (SELECT sequence, sent_at FROM messaging.sent ORDER BY sequence LIMIT ?) AS oldest
                            WHERE sent_at < now() - ? * interval '1 millisecond')
                        AND sequence < (SELECT max(sequence) FROM messaging.sent)\
                    """, statement -> {
            statement.setInt(1, limit);
            statement.setLong(2, keep.toMillis());
        });
    }

    private Optional<StoredEvent> event(String query, Parameters parameters) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement(query)) {
                parameters.set(statement);
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(new StoredEvent(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        });
    }

    private OptionalLong number(String query, Parameters parameters) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement(query)) {
                parameters.set(statement);
                ResultSet row = statement.executeQuery();
                return row.next() && row.getObject(1) != null ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    private int update(String text, Parameters parameters) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement(text)) {
                parameters.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    private static final Parameters NOTHING = statement -> {};

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
