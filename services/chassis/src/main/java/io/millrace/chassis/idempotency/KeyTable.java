package io.millrace.chassis.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The statements on keys. */
record KeyTable(Connection connection) {

    /** A key that was used before. */
    record Used(String fingerprint, GivenAnswer answer) {}

    /** Takes a key, or waits until whoever is using it is done. Returns false if it was used. */
    boolean take(String key, String fingerprint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO messaging.idempotency_key (key, fingerprint)
                VALUES (?, ?)
                ON CONFLICT (key) DO NOTHING
                """)) {
            insert.setString(1, key);
            insert.setString(2, fingerprint);
            return insert.executeUpdate() == 1;
        }
    }

    Used find(String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT fingerprint, status, location, etag, media_type, body
                FROM messaging.idempotency_key
                WHERE key = ?
                """)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the key was forgotten between two statements");
                }
                return new Used(
                        row.getString("fingerprint"),
                        new GivenAnswer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getString("media_type"),
                                row.getBytes("body")));
            }
        }
    }

    void remember(String key, GivenAnswer answer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE messaging.idempotency_key
                SET status = ?, location = ?, etag = ?, media_type = ?, body = ?
                WHERE key = ?
                """)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, answer.mediaType());
            update.setBytes(5, answer.body());
            update.setString(6, key);
            update.executeUpdate();
        }
    }

    /** Forgets keys that were used longer ago than that. Returns how many. */
    int prune(Duration keep, int limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM messaging.idempotency_key
                WHERE key IN (
                    SELECT key
                    FROM messaging.idempotency_key
                    WHERE used_at < now() - ? * interval '1 second'
                    ORDER BY used_at
                    LIMIT ?
                )
                """)) {
            delete.setLong(1, keep.toSeconds());
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }
}
