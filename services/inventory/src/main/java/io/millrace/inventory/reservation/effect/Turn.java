package io.millrace.inventory.reservation.effect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Who may decide about reservations: one transaction that handles events. It ends with the transaction, after its changes
 * have become visible, so whoever comes next sees them.
 *
 * <p>Nobody blocks each other: who has the turn waits for rows of products only, and who holds one of those without the
 * turn, a restock or another price, holds just the one and waits for nothing.
 */
record Turn(Connection connection) {

    /** An arbitrary number. A service has a database of its own, so it collides with nothing. */
    private static final long KEY = 0x5354_4F43L;

    void take() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
