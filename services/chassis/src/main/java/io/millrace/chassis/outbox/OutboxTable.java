package io.millrace.chassis.outbox;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the relay does with {@code messaging.outbox}. */
@Singleton
public class OutboxTable {

    /** Rows of one read hold about this much at most, so that memory does not depend on what people send. */
    private static final long MAX_BYTES = 8L << 20;

    private static final int COUNTED = 100_000;

    private static final LeaseHolder NOBODY = new LeaseHolder(null, null, 0);

    /** What is deleted from the outbox goes into the archive with the same statement, or is gone. */
    private static final String ARCHIVE = """
        archived AS (
            INSERT INTO messaging.sent (sequence, event_id, subject, headers, body)
            SELECT sequence, event_id, subject, headers, body FROM published
        ),
        """;

    private final TransactionOperations<Connection> transactions;
    private final String archive;

    OutboxTable(TransactionOperations<Connection> transactions, OutboxConfiguration configuration) {
        this.transactions = transactions;
        this.archive = configuration.keepsAny() ? ARCHIVE : "";
    }

    /**
     * Deletes what is published and reads what comes next, in one round trip.
     *
     * <p>What comes next are always the lowest rows that exist and are not in flight, never the rows behind a cursor: ids
     * are drawn before commit, so row 5 can appear after row 6 was seen, and a later event of its aggregate with it.
     *
     * <p>What is read is noted, for {@link #keepOrder()}, until it is published.
     *
     * @param published what to delete
     * @param inFlight ids to leave out
     * @param limit how many rows at most; fewer, but at least one, where they are large
     */
    public List<OutboxRow> advance(StoredRows published, Collection<Long> inFlight, int limit) {
        return advance(published, inFlight, limit, NOBODY);
    }

    /**
     * The same for a leader, if it still is one.
     *
     * <p>The rows' ids may be changed by its successor, see {@link #keepOrder()}. A plain look at the lease is enough: if
     * it is this leader's in what the statement sees, so are all ids, and what was moved meanwhile is not found.
     *
     * @throws IllegalStateException somebody else leads; nothing was deleted, read or noted
     */
    public List<OutboxRow> advance(StoredRows published, Collection<Long> inFlight, int limit, LeaseHolder leader) {
        long[] known = LongStream.concat(asLongs(published.ids()), asLongs(inFlight))
                .sorted()
                .toArray();
        long highest = known.length == 0 ? Long.MIN_VALUE : known[known.length - 1];
        return transactions.executeWrite(tx -> {
            Connection connection = tx.getConnection();
            try (var statement = connection.prepareStatement("""
                WITH tenure AS (
                    SELECT ?::text IS NULL OR EXISTS (
                        SELECT FROM messaging.lease WHERE name = ? AND owner = ? AND epoch = ?
                    ) AS still
                ),
                published AS (
                    DELETE FROM messaging.outbox AS o
                    USING unnest(?::bigint[]) WITH ORDINALITY AS stored (id, number), tenure
                    WHERE o.id = stored.id AND tenure.still
                    RETURNING ? + stored.number - 1 AS sequence, o.event_id, o.subject, o.headers, o.body
                ),
                %s
                late AS (
                    SELECT * FROM messaging.outbox AS o
                    WHERE id < ? AND NOT EXISTS (SELECT FROM unnest(?::bigint[]) AS known WHERE known = o.id)
                    ORDER BY id
                    LIMIT ?
                ),
                next AS (
                    SELECT * FROM messaging.outbox
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?
                ),
                chosen AS (
                    SELECT id, event_id, subject, headers, body
                    FROM (
                        SELECT *, sum(octet_length(body)) OVER (ORDER BY id) - octet_length(body) AS bytes_before
                        FROM (SELECT * FROM late UNION ALL SELECT * FROM next ORDER BY id LIMIT ?) AS ready
                    ) AS measured
                    WHERE bytes_before < ?
                ),
                noted AS (
                    INSERT INTO messaging.sending (ids)
                    SELECT range_agg(int8range(id, id, '[]')) FROM chosen, tenure WHERE still HAVING count(*) > 0
                ),
                arrived AS (
                    DELETE FROM messaging.sending
                    WHERE number = (SELECT min(number) FROM messaging.sending) AND EXISTS (SELECT FROM published)
                )
                SELECT id, event_id, subject, headers, body, still
                FROM tenure LEFT JOIN chosen ON true
                ORDER BY id\
                """.formatted(archive))) {
                statement.setString(1, leader.lease());
                statement.setString(2, leader.lease());
                statement.setString(3, leader.owner());
                statement.setLong(4, leader.epoch());
                statement.setObject(5, asLongs(published.ids()).toArray());
                statement.setLong(6, published.firstSequence());
                statement.setLong(7, highest);
                statement.setObject(8, known);
                statement.setInt(9, limit);
                statement.setLong(10, highest);
                statement.setInt(11, limit);
                statement.setInt(12, limit);
                statement.setLong(13, MAX_BYTES);
                return rows(statement.executeQuery());
            }
        });
    }

    /**
     * Puts what was sent and is not known to be stored in front of everything that was not sent, in the order in which it
     * was sent first. Without this, a row that appeared late under a low id would be sent before them the next time, and
     * where the broker has lost what it had stored and delivered, other events would stand at the positions of consumers.
     *
     * <p>Where they stand there already, nothing is written but that the notes go. Else their ids change: for a leader
     * only, and only while nothing of its own is on its way. Returns how many were moved.
     */
    public int keepOrder() {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                WITH sent AS (
                    SELECT o.id, min(s.number) AS number
                    FROM messaging.sending AS s
                    JOIN messaging.outbox AS o ON o.id BETWEEN lower(s.ids) AND upper(s.ids) AND o.id <@ s.ids
                    GROUP BY o.id
                ),
                disorder AS (
                    SELECT EXISTS (
                        SELECT FROM messaging.outbox AS o
                        WHERE o.id < (SELECT max(id) FROM sent) AND NOT EXISTS (SELECT FROM sent WHERE sent.id = o.id)
                    ) OR EXISTS (
                        SELECT FROM (SELECT number, lag(number) OVER (ORDER BY id) AS before FROM sent) AS one
                        WHERE one.before > one.number
                    ) AS there
                ),
                moved AS (
                    DELETE FROM messaging.outbox AS o
                    USING sent, disorder
                    WHERE o.id = sent.id AND disorder.there
                    RETURNING o.id, o.event_id, o.subject, o.headers, o.body, sent.number
                ),
                forgotten AS (DELETE FROM messaging.sending),
                waiting AS (SELECT least(min(id), 0) AS first FROM messaging.outbox)
                INSERT INTO messaging.outbox (id, event_id, subject, headers, body)
                OVERRIDING SYSTEM VALUE
                SELECT first - row_number() OVER (ORDER BY number DESC, id DESC), event_id, subject, headers, body
                FROM moved, waiting\
                """)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Deletes the rows of events that the stream holds. Returns how many there were. */
    public int deleteStored(Collection<StoredEvent> events) {
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                WITH published AS (
                    DELETE FROM messaging.outbox AS o
                    USING unnest(?::text[], ?::bigint[]) AS stored (event_id, sequence)
                    WHERE o.event_id = stored.event_id
                    RETURNING stored.sequence, o.event_id, o.subject, o.headers, o.body
                ),
                %s
                counted AS (SELECT count(*) AS rows FROM published)
                SELECT rows FROM counted\
                """.formatted(archive))) {
                new Columns<>(statement, events)
                        .set(1, "text", StoredEvent::eventId)
                        .longs(2, StoredEvent::sequence);
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** The first of these events of the stream that neither waits here nor stands in the archive at its place. */
    public Optional<StoredEvent> firstUnknown(Collection<StoredEvent> events) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                SELECT found.sequence, found.event_id
                FROM unnest(?::text[], ?::bigint[]) AS found (event_id, sequence)
                WHERE NOT EXISTS (SELECT FROM messaging.outbox AS o WHERE o.event_id = found.event_id)
                    AND NOT EXISTS (
                        SELECT FROM messaging.sent AS s
                        WHERE s.sequence = found.sequence AND s.event_id = found.event_id)
                ORDER BY found.sequence
                LIMIT 1\
                """)) {
                new Columns<>(statement, events)
                        .set(1, "text", StoredEvent::eventId)
                        .longs(2, StoredEvent::sequence);
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.of(new StoredEvent(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        });
    }

    /** Deletes the rows of events that the stream holds, and does not archive them. Returns how many there were. */
    public int dropPublished(Collection<String> eventIds) {
        return transactions.executeWrite(tx -> {
            try (var statement =
                    tx.getConnection().prepareStatement("DELETE FROM messaging.outbox WHERE event_id = ANY (?)")) {
                Columns.texts(statement, 1, eventIds);
                return statement.executeUpdate();
            }
        });
    }

    /** How many events are not yet in the stream, counted up to 100,000: health is asked often. */
    public long backlog() {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection()
                    .prepareStatement("SELECT count(*) FROM (SELECT FROM messaging.outbox LIMIT ?) AS waiting")) {
                statement.setInt(1, COUNTED);
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The {@code ce-time} of the event that waits longest; empty if none waits. */
    public Optional<String> oldest() {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                SELECT substring(headers FROM '(?n)^ce-time: (.*)$')
                FROM messaging.outbox
                ORDER BY id
                LIMIT 1\
                """)) {
                ResultSet row = statement.executeQuery();
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        });
    }

    private static List<OutboxRow> rows(ResultSet result) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
            if (!result.getBoolean("still")) {
                throw new IllegalStateException("another instance has taken the lease of the relay");
            }
            if (result.getObject("id") == null) {
                return rows;
            }
            rows.add(new OutboxRow(
                    result.getLong(1),
                    result.getString(2),
                    result.getString(3),
                    result.getString(4),
                    result.getBytes(5)));
        }
        return rows;
    }

    private static LongStream asLongs(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue);
    }
}
