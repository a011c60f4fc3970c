package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.business.saga.Phase;
import io.millrace.chassis.database.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The statements on the sagas of one type. Each takes any number of them. */
record SagaRows(Connection connection, String type) {

    private static final String COLUMNS =
            "id, phase, step, asked, state, pending, version, notes, due_at, correlation_id, actor";

    /** Locks sagas until the end of the transaction, in the order of their ids. */
    List<SagaRow> lock(Collection<String> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT %s
                FROM messaging.saga
                WHERE type = ? AND id = ANY (?)
                ORDER BY id
                FOR UPDATE
                """.formatted(COLUMNS))) {
            select.setString(1, type);
            Columns.texts(select, 2, ids);
            return read(select);
        }
    }

    /** Whether the patience with one of these steps has ended. */
    boolean isAnyDue(Instant now, Set<String> steps) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT EXISTS (
                    SELECT FROM messaging.saga
                    WHERE type = ? AND due_at <= ? AND phase = 'RUNNING' AND step = ANY (?)
                )
                """)) {
            select.setString(1, type);
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            Columns.texts(select, 3, steps);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Locks sagas whose patience has ended and that nobody else is at, those first that have waited longest. */
    List<SagaRow> lockDue(Due due, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT %s
                FROM messaging.saga
                WHERE type = ? AND due_at <= ? AND (phase <> 'RUNNING' OR step <> ALL (?) OR due_at <= ?)
                ORDER BY due_at
                LIMIT ?
                FOR UPDATE SKIP LOCKED
                """.formatted(COLUMNS))) {
            select.setString(1, type);
            select.setObject(2, due.now().atOffset(ZoneOffset.UTC));
            Columns.texts(select, 3, due.limited());
            select.setObject(
                    4, due.heardUntil() == null ? null : due.heardUntil().atOffset(ZoneOffset.UTC));
            select.setInt(5, limit);
            return read(select);
        }
    }

    /** @return how many were new */
    int insert(List<SagaRow> rows, Instant now) throws SQLException {
        return write("""
                INSERT INTO messaging.saga
                    (type, id, phase, step, asked, state, pending, version, notes, due_at, correlation_id, actor,
                     started_at, updated_at)
                SELECT given.type, id, phase, step, asked, state, pending, version, notes, due_at, correlation_id,
                       actor, given.now, given.now
                FROM given CROSS JOIN saga
                ON CONFLICT (type, id) DO NOTHING
                """, rows, now);
    }

    void update(List<SagaRow> rows, Instant now) throws SQLException {
        write("""
                UPDATE messaging.saga AS there
                SET phase = saga.phase, step = saga.step, asked = saga.asked, state = saga.state,
                    pending = saga.pending, version = saga.version, notes = saga.notes, due_at = saga.due_at,
                    updated_at = given.now
                FROM given CROSS JOIN saga
                WHERE there.type = given.type AND there.id = saga.id
                """, rows, now);
    }

    void add(List<RecordLine> lines, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO messaging.saga_step (type, id, number, step, what, event_type, event_id, at)
                SELECT ?, id, number, step, what, event_type, event_id, ?
                FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS line (id, number, step, what, event_type, event_id)
                """)) {
            insert.setString(1, type);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            new Columns<>(insert, lines)
                    .set(3, "text", RecordLine::id)
                    .set(4, "int", RecordLine::number)
                    .set(5, "text", RecordLine::step)
                    .set(6, "text", RecordLine::what)
                    .set(7, "text", RecordLine::eventType)
                    .set(8, "text", RecordLine::eventId);
            insert.executeUpdate();
        }
    }

    private int write(String statement, List<SagaRow> rows, Instant now) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement("""
                WITH given AS (
                    SELECT ?::text AS type, ?::timestamptz AS now
                ), saga AS (
                    SELECT *
                    FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::int[],
                                ?::timestamptz[], ?::text[], ?::text[])
                        AS saga (id, phase, step, asked, state, pending, version, notes, due_at, correlation_id, actor)
                )
                """ + statement)) {
            write.setString(1, type);
            write.setObject(2, now.atOffset(ZoneOffset.UTC));
            new Columns<>(write, rows)
                    .set(3, "text", SagaRow::id)
                    .set(4, "text", row -> row.phase().name())
                    .set(5, "text", SagaRow::step)
                    .set(6, "int", SagaRow::asked)
                    .set(7, "text", SagaRow::state)
                    .set(8, "text", row -> String.join(",", row.pending()))
                    .set(9, "bigint", SagaRow::version)
                    .set(10, "int", SagaRow::notes)
                    .set(11, "text", row -> text(row.dueAt()))
                    .set(12, "text", SagaRow::correlationId)
                    .set(13, "text", SagaRow::actor);
            return write.executeUpdate();
        }
    }

    private static List<String> pending(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    /** Has a saga that was due rest until a time. One that has moved on since keeps its own. */
    void postpone(String id, Instant due, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE messaging.saga SET due_at = ? WHERE type = ? AND id = ? AND due_at <= ?")) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setString(2, type);
            update.setString(3, id);
            update.setObject(4, due.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static List<SagaRow> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<SagaRow> found = new ArrayList<>();
            while (row.next()) {
                OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                found.add(new SagaRow(
                        row.getString("id"),
                        Phase.valueOf(row.getString("phase")),
                        row.getString("step"),
                        row.getInt("asked"),
                        row.getString("state"),
                        pending(row.getString("pending")),
                        row.getLong("version"),
                        row.getInt("notes"),
                        due == null ? null : due.toInstant(),
                        row.getString("correlation_id"),
                        row.getString("actor")));
            }
            return found;
        }
    }
}
