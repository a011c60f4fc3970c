package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Claimed;
import io.millrace.billing.payment.service.PaymentStatus;
import io.millrace.billing.payment.service.Setback;
import io.millrace.billing.payment.service.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements on what is open: who asks the provider, and when. Time is the database's; it is asked for once in each
 * statement, by a subquery, so that it can be compared with an index.
 */
record ClaimRows(Connection connection) {

    /** It is asked often. */
    private static final int COUNTED = 100_000;

    List<Claimed> claim(String instance, int limit, Duration hold) throws SQLException {
        return claim(instance, limit, hold, "due_at <= (SELECT clock_timestamp())");
    }

    /** The one that is due next, though it is not yet. */
    List<Claimed> claimNext(String instance, Duration hold) throws SQLException {
        return claim(instance, 1, hold, "due_at IS NOT NULL AND NOT refused");
    }

    private List<Claimed> claim(String instance, int limit, Duration hold, String which) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                WITH due AS MATERIALIZED (
                    SELECT order_id AS id
                    FROM payment
                    WHERE %s AND (claimed_until IS NULL OR claimed_until <= (SELECT clock_timestamp()))
                        AND NOT (status = 'RECALLED' AND attempts = 0)
                    ORDER BY due_at
                    LIMIT ?
                    FOR UPDATE SKIP LOCKED
                )
                UPDATE payment
                SET attempts = attempts + 1, claimed_by = ?,
                    claimed_until = clock_timestamp() + ? * interval '1 millisecond'
                FROM due
                WHERE order_id = due.id
                RETURNING %s, failures
                """.formatted(which, PaymentRows.COLUMNS))) {
            update.setInt(1, limit);
            update.setString(2, instance);
            update.setLong(3, hold.toMillis());
            try (ResultSet row = update.executeQuery()) {
                List<Claimed> claimed = new ArrayList<>();
                while (row.next()) {
                    claimed.add(new Claimed(PaymentRows.payment(row), row.getInt("failures")));
                }
                return claimed;
            }
        }
    }

    /**
     * The number of the attempt tells whether the claim is still that one. It goes down again where the attempt was harmless,
     * and two claims never have the same number all the same: only the one with the highest number is put back, so whoever
     * is late has a lower number than any claim that follows.
     */
    void postpone(Claimed claimed, Duration delay, Setback setback) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE payment
                SET due_at = clock_timestamp() + ? * interval '1 millisecond', failures = failures + 1, problem = ?,
                    refused = ?, attempts = attempts - ?, claimed_by = NULL, claimed_until = NULL
                WHERE order_id = ? AND attempts = ? AND due_at IS NOT NULL AND (status = 'REFUND_DUE') = ?
                """)) {
            update.setLong(1, delay.toMillis());
            update.setString(2, setback.problem());
            update.setBoolean(3, setback.refused());
            update.setInt(4, setback.harmless() ? 1 : 0);
            update.setString(5, claimed.payment().orderId());
            update.setInt(6, claimed.payment().attempts());
            update.setBoolean(7, claimed.payment().status() == PaymentStatus.REFUND_DUE);
            update.executeUpdate();
        }
    }

    /** Rows that others have locked are being changed anyway; waiting for them could block both. */
    void hurry() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE payment
                SET due_at = clock_timestamp()
                WHERE order_id IN (
                    SELECT order_id
                    FROM payment
                    WHERE due_at > (SELECT clock_timestamp()) AND NOT refused AND claimed_until IS NULL
                    FOR UPDATE SKIP LOCKED
                )
                """)) {
            update.executeUpdate();
        }
    }

    void resume(String instance) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE payment
                SET due_at = clock_timestamp(), refused = refused AND claimed_by IS NULL, claimed_by = NULL,
                    claimed_until = NULL
                WHERE order_id IN (
                    SELECT order_id
                    FROM payment
                    WHERE due_at IS NOT NULL
                        AND (claimed_by = ? OR claimed_by IS NULL AND due_at > (SELECT clock_timestamp()))
                    FOR UPDATE SKIP LOCKED
                )
                """)) {
            update.setString(1, instance);
            update.executeUpdate();
        }
    }

    /** The conditions are constants, for the indexes over nothing else to serve. */
    Waiting waiting() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT
                            (SELECT count(*) FROM (
                                SELECT FROM payment WHERE due_at IS NOT NULL LIMIT %1$d
                            ) AS waiting) AS payments,
                            (SELECT count(*) FROM (
                                SELECT FROM payment WHERE refused LIMIT %1$d
                            ) AS refused) AS refused,
                            (SELECT problem FROM payment WHERE refused ORDER BY due_at LIMIT 1) AS problem
                        """.formatted(COUNTED));
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Waiting(
                    row.getLong("payments"), row.getLong("refused"), Optional.ofNullable(row.getString("problem")));
        }
    }
}
