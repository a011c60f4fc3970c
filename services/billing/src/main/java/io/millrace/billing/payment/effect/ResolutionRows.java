package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Seen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements on what people have settled by hand. */
record ResolutionRows(Connection connection) {

    /**
     * Whether the provider refused it when it was asked last. A call that was begun since and has left no outcome, for its
     * instance crashed, may have taken the money.
     */
    boolean isStuck(String orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT refused AND claimed_until IS NULL
                FROM payment
                WHERE order_id = ?
                """)) {
            select.setString(1, orderId);
            return isTrue(select);
        }
    }

    /** Whether the very same was said before. */
    boolean knows(String orderId, Seen seen) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT EXISTS (
                    SELECT FROM payment_resolution
                    WHERE order_id = ? AND seen = ? AND reference IS NOT DISTINCT FROM ?
                )
                """)) {
            set(select, orderId, seen);
            return isTrue(select);
        }
    }

    void remember(String orderId, Seen seen) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO payment_resolution (order_id, seen, reference, note)
                VALUES (?, ?, ?, ?)
                """)) {
            set(insert, orderId, seen);
            insert.setString(4, seen.note());
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, String orderId, Seen seen) throws SQLException {
        statement.setString(1, orderId);
        statement.setString(
                2,
                switch (seen) {
                    case Seen.Taken _ -> "TAKEN";
                    case Seen.NotTaken _ -> "NOT_TAKEN";
                    case Seen.GivenBack _ -> "GIVEN_BACK";
                });
        statement.setString(
                3,
                switch (seen) {
                    case Seen.Taken taken -> taken.reference();
                    case Seen.NotTaken _ -> null;
                    case Seen.GivenBack given -> given.reference();
                });
    }

    private static boolean isTrue(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
