package io.millrace.delivery.shipment.effect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Who may decide about shipments and their recipients: one batch of events, or any number of single shipments. It ends
 * with the transaction, after its changes have become visible, so whoever comes next sees them.
 *
 * <p>Nobody blocks each other: a shipment's row is locked only in one's turn, so that those who hold such a row wait for no
 * other turn; a recipient's row is locked only by what is heard of customers, which is one transaction at a time.
 */
record Turn(Connection connection) {

    /** An arbitrary number. A service has a database of its own, so it collides with nothing. */
    private static final long KEY = 0x5348_4950L;

    void ofABatch() throws SQLException {
        await("SELECT pg_advisory_xact_lock(?)");
    }

    void ofOneShipment() throws SQLException {
        await("SELECT pg_advisory_xact_lock_shared(?)");
    }

    private void await(String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
