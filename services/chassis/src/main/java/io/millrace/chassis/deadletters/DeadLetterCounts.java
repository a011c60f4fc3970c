package io.millrace.chassis.deadletters;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;

/** How much is parked, for health and status. */
@Singleton
public class DeadLetterCounts {

    /** Health is asked often. */
    private static final int COUNTED = 100_000;

    private final TransactionOperations<Connection> transactions;

    DeadLetterCounts(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * What is parked for a consumer, each counted up to 100,000.
     *
     * @param parked all that is parked: waiting, to be tried again, and dead
     * @param dead the dead letters among them
     * @param paused whether somebody paused the consumer
     */
    public record Count(long parked, long dead, boolean paused) {}

    /** Of each consumer that ever ran, by its name. */
    public Map<String, Count> byConsumer() {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT
                        c.name,
                        (
                            SELECT count(*) FROM (
                                SELECT FROM messaging.parked_event AS p WHERE p.consumer = c.name LIMIT ?
                            ) AS parked
                        ),
                        (
                            SELECT count(*) FROM (
                                SELECT FROM messaging.parked_event AS p
                                WHERE p.consumer = c.name AND p.state = 'DEAD'
                                LIMIT ?
                            ) AS dead
                        ),
                        c.paused
                    FROM messaging.consumer AS c""")) {
                statement.setInt(1, COUNTED);
                statement.setInt(2, COUNTED);
                var row = statement.executeQuery();
                Map<String, Count> counts = new HashMap<>();
                while (row.next()) {
                    counts.put(row.getString(1), new Count(row.getLong(2), row.getLong(3), row.getBoolean(4)));
                }
                return counts;
            }
        });
    }
}
