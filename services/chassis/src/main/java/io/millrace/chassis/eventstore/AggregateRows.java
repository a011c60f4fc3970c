package io.millrace.chassis.eventstore;

import io.millrace.chassis.database.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The statements that aggregates are loaded with: the newest snapshot of each that will do, and the events behind it. */
record AggregateRows(Connection connection, String aggregateType, int format) {

    /** Takes what was read, row by row: a snapshot first where there is one, then events in order. */
    interface Reader {

        void snapshot(String id, long version, String body);

        void event(String id, long version, String type, String schemaVersion, String body);
    }

    /** @param until the version to stop at */
    void read(Collection<String> ids, long until, Reader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                WITH wanted AS (
                    SELECT DISTINCT id FROM unnest(?::text[]) AS wanted (id)
                ), base AS (
                    SELECT wanted.id, newest.version, newest.body
                    FROM wanted
                    CROSS JOIN LATERAL (
                        SELECT version, body
                        FROM messaging.snapshot
                        WHERE aggregate_type = ? AND aggregate_id = wanted.id AND format = ? AND version <= ?
                        ORDER BY version DESC
                        LIMIT 1
                    ) AS newest
                )
                SELECT id, version, NULL AS type, NULL AS schema_version, body
                FROM base
                UNION ALL
                SELECT wanted.id, event.version, event.type, event.schema_version, event.body
                FROM wanted
                LEFT JOIN base USING (id)
                CROSS JOIN LATERAL (
                    SELECT version, type, schema_version, body
                    FROM messaging.event_store
                    WHERE aggregate_type = ? AND aggregate_id = wanted.id
                        AND version > coalesce(base.version, 0) AND version <= ?
                    OFFSET 0 -- for each aggregate by itself, along the primary key
                ) AS event
                ORDER BY id, version
                """)) {
            Columns.texts(select, 1, ids);
            select.setString(2, aggregateType);
            select.setInt(3, format);
            select.setLong(4, until);
            select.setString(5, aggregateType);
            select.setLong(6, until);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hand(row, reader);
                }
            }
        }
    }

    void keep(List<Snapshot> snapshots) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO messaging.snapshot (aggregate_type, aggregate_id, version, format, body)
                SELECT ?, id, version, ?, body
                FROM unnest(?::text[], ?::bigint[], ?::text[]) AS taken (id, version, body)
                ON CONFLICT (aggregate_type, aggregate_id, version)
                    DO UPDATE SET format = excluded.format, body = excluded.body
                """)) {
            insert.setString(1, aggregateType);
            insert.setInt(2, format);
            new Columns<>(insert, snapshots)
                    .set(3, "text", Snapshot::id)
                    .set(4, "bigint", Snapshot::version)
                    .set(5, "text", Snapshot::body);
            insert.executeUpdate();
        }
    }

    private static void hand(ResultSet row, Reader reader) throws SQLException {
        String id = row.getString("id");
        long version = row.getLong("version");
        String type = row.getString("type");
        String body = row.getString("body");
        if (type == null) {
            reader.snapshot(id, version, body);
        } else {
            reader.event(id, version, type, row.getString("schema_version"), body);
        }
    }
}
