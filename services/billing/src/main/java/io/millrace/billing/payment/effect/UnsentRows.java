package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Payment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The statements on what was surely never sent, and on whether that is sure. */
record UnsentRows(Connection connection) {

    /** The database has forgotten something, and may have forgotten calls of the provider as well. */
    void doubt() throws SQLException {
        execute("INSERT INTO payment_doubt DEFAULT VALUES ON CONFLICT DO NOTHING");
    }

    boolean isDoubtful() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT FROM payment_doubt");
                ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    /** The provider may know of all that is open. In the order of ids, as others lock. */
    void settleDoubt() throws SQLException {
        if (execute("DELETE FROM payment_doubt") > 0) {
            execute("""
                    UPDATE payment
                    SET attempts = 1
                    WHERE order_id IN (
                        SELECT order_id
                        FROM payment
                        WHERE due_at IS NOT NULL AND attempts = 0
                        ORDER BY order_id
                        FOR UPDATE
                    ) AND attempts = 0
                    """);
        }
    }

    List<Payment> lock(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT %s
                FROM payment
                WHERE status = 'RECALLED' AND attempts = 0 AND NOT EXISTS (SELECT FROM payment_doubt)
                ORDER BY order_id
                LIMIT ?
                FOR UPDATE SKIP LOCKED
                """.formatted(PaymentRows.COLUMNS))) {
            select.setInt(1, limit);
            return PaymentRows.read(select);
        }
    }

    private int execute(String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            return prepared.executeUpdate();
        }
    }
}
