package io.millrace.chassis.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.chassis.database.Columns;
import io.millrace.chassis.outbox.EncodedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements on events of one kind of aggregate. */
record EventRows(Connection connection, String aggregateType) {

    /**
     * Appends events, those of one aggregate behind each other. One statement for all.
     *
     * <p>The first event of each aggregate stands for the rest: if its version is taken, or the one before it is missing,
     * none of that aggregate is written. Whoever writes the same version at the same time is waited for.
     *
     * @return the aggregates whose events were written
     */
    Set<String> append(List<EncodedEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                WITH come AS (
                    SELECT *
                    FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                                ?::text[], ?::text[], ?::text[])
                        AS event (aggregate_id, version, event_id, type, schema_version, occurred_at, correlation_id,
                                  causation_id, actor, body)
                ), heads AS (
                    INSERT INTO messaging.event_store
                        (aggregate_type, aggregate_id, version, event_id, type, schema_version, occurred_at,
                         correlation_id, causation_id, actor, body)
                    SELECT ?, come.*
                    FROM come
                    JOIN (SELECT aggregate_id, min(version) AS version FROM come GROUP BY aggregate_id) AS first
                        USING (aggregate_id, version)
                    WHERE come.version = 1 OR EXISTS (
                        SELECT 1
                        FROM messaging.event_store AS before
                        WHERE before.aggregate_type = ?
                            AND before.aggregate_id = come.aggregate_id
                            AND before.version = come.version - 1
                    )
                    ORDER BY come.aggregate_id
                    ON CONFLICT (aggregate_type, aggregate_id, version) DO NOTHING
                    RETURNING aggregate_id, version
                ), rest AS (
                    INSERT INTO messaging.event_store
                        (aggregate_type, aggregate_id, version, event_id, type, schema_version, occurred_at,
                         correlation_id, causation_id, actor, body)
                    SELECT ?, come.*
                    FROM heads
                    JOIN come ON come.aggregate_id = heads.aggregate_id AND come.version > heads.version
                )
                SELECT aggregate_id FROM heads
                """)) {
            new Columns<>(insert, events)
                    .set(1, "text", event -> event.envelope().subject())
                    .set(2, "bigint", event -> event.envelope().sequence())
                    .set(3, "text", event -> event.envelope().id())
                    .set(4, "text", event -> event.envelope().type())
                    .set(5, "text", event -> event.envelope().schemaVersion().orElseThrow())
                    .set(6, "text", event -> event.envelope().time().toString())
                    .set(7, "text", event -> event.envelope().correlationId())
                    .set(8, "text", event -> event.envelope().causationId())
                    .set(9, "text", event -> event.envelope().actor())
                    .set(10, "text", event -> new String(event.body(), UTF_8));
            insert.setString(11, aggregateType);
            insert.setString(12, aggregateType);
            insert.setString(13, aggregateType);
            try (ResultSet row = insert.executeQuery()) {
                Set<String> written = new HashSet<>();
                while (row.next()) {
                    written.add(row.getString(1));
                }
                return written;
            }
        }
    }

    /** All events of one aggregate behind a version, in order. */
    List<PastEvent> history(String id, long afterVersion, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT version, event_id, type, schema_version, occurred_at, correlation_id, causation_id, actor, body
                FROM messaging.event_store
                WHERE aggregate_type = ? AND aggregate_id = ? AND version > ?
                ORDER BY version
                LIMIT ?
                """)) {
            select.setString(1, aggregateType);
            select.setString(2, id);
            select.setLong(3, afterVersion);
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                List<PastEvent> events = new ArrayList<>();
                while (row.next()) {
                    events.add(event(row));
                }
                return events;
            }
        }
    }

    /** The version that an aggregate had at a time, 0 if it was not there yet. */
    long versionAt(String id, Instant time) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT coalesce(max(version), 0)
                FROM messaging.event_store
                WHERE aggregate_type = ? AND aggregate_id = ? AND occurred_at <= ?
                """)) {
            select.setString(1, aggregateType);
            select.setString(2, id);
            select.setObject(3, time.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static PastEvent event(ResultSet row) throws SQLException {
        return new PastEvent(
                row.getLong("version"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("schema_version"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("actor"),
                row.getString("body"));
    }
}
