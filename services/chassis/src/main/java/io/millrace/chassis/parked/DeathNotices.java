package io.millrace.chassis.parked;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which dead letters are still to be copied to their stream. */
@Singleton
class DeathNotices {

    private final TransactionOperations<Connection> transactions;

    DeathNotices(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    List<DeathNotice> open(String consumer, int limit) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT p.consumer, c.stream, p.position, p.attempts, p.deaths, p.first_failure, p.last_failure,
                        p.reason, p.stack, p.subject, p.headers, p.body
                    FROM messaging.parked_event AS p
                    JOIN messaging.consumer AS c ON c.name = p.consumer
                    WHERE p.consumer = ? AND p.state = 'DEAD' AND NOT p.announced
                    ORDER BY p.position
                    LIMIT ?""")) {
                statement.setString(1, consumer);
                statement.setInt(2, limit);
                return read(statement.executeQuery());
            }
        });
    }

    /** Notes that these deaths are in the stream. One that was redriven meanwhile and died again is another death. */
    void close(String consumer, List<DeathNotice> stored) {
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    UPDATE messaging.parked_event AS p
                    SET announced = true
                    FROM unnest(?::bigint[], ?::int[]) AS stored (position, deaths)
                    WHERE p.consumer = ? AND p.position = stored.position AND p.deaths = stored.deaths""")) {
                new Columns<>(statement, stored)
                        .set(1, "bigint", DeathNotice::position)
                        .set(2, "int", DeathNotice::deaths);
                statement.setString(3, consumer);
                return statement.executeUpdate();
            }
        });
    }

    private static List<DeathNotice> read(ResultSet row) throws SQLException {
        List<DeathNotice> notices = new ArrayList<>();
        while (row.next()) {
            notices.add(new DeathNotice(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getTimestamp(6).toInstant(),
                    row.getTimestamp(7).toInstant(),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    row.getString(11),
                    row.getBytes(12)));
        }
        return notices;
    }
}
