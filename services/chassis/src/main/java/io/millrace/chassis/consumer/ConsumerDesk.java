package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What an operator does with consumers. Each call works whichever instance handles the consumer: the instances read it
 * from the database.
 */
@Singleton
public class ConsumerDesk {

    /** What became of a reset. */
    public sealed interface Reset {

        /** It goes on behind this position. */
        record Done(long position) implements Reset {}

        /** Parked events stand behind where it should go on: they would be handled a second time, or lost. */
        record ParkedInTheWay(long count) implements Reset {}

        /** It would go back, and nobody said whether reactions happen again. */
        record ReactionsUndecided(long position) implements Reset {}
    }

    /** What to do about reactions where a consumer goes back. */
    public enum Reactions {
        UNDECIDED,
        SKIP,
        AGAIN
    }

    private final TransactionOperations<Connection> transactions;

    ConsumerDesk(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** From here on no event is handled: neither of the stream nor of the parked ones. What is being committed, is. */
    public void pause(ConsumerReport consumer) {
        change("""
                INSERT INTO messaging.consumer (name, stream, paused) VALUES (?, ?, true)
                ON CONFLICT (name) DO UPDATE SET paused = true\
                """, consumer.name(), consumer.stream());
    }

    /** It goes on where it was. */
    public void resume(ConsumerReport consumer) {
        change("UPDATE messaging.consumer SET paused = false WHERE name = ?", consumer.name());
    }

    /** Asks for a rebuild. Returns false if one is going on. */
    public boolean rebuild(ConsumerReport consumer, String actor) {
        return change("""
                INSERT INTO messaging.rebuild AS r (consumer, state, requested_by) VALUES (?, 'REQUESTED', ?)
                ON CONFLICT (consumer) DO UPDATE
                SET state = 'REQUESTED', requested_by = EXCLUDED.requested_by, requested_at = now(), position = 0,
                    started_at = NULL, finished_at = NULL, error = NULL
                WHERE r.state NOT IN ('REQUESTED', 'RUNNING')\
                """, consumer.name(), actor) == 1;
    }

    /** Gives a rebuild up; the tables that serve stay. Returns false if none is going on. */
    public boolean cancelRebuild(ConsumerReport consumer) {
        return change("""
                UPDATE messaging.rebuild SET state = 'CANCELLED', finished_at = now()
                WHERE consumer = ? AND state IN ('REQUESTED', 'RUNNING')\
                """, consumer.name()) == 1;
    }

    /**
     * Has a consumer go on behind another position, whatever stands between: the answer to a stream that was damaged.
     *
     * @param position of the stream, 0 for its beginning
     * @param end of the stream as it is: what comes behind it is new, whatever stood there before
     */
    public Reset reset(ConsumerReport consumer, long position, long end, Reactions reactions) {
        return transactions.executeWrite(tx -> {
            Connection connection = tx.getConnection();
            long before = number(
                    connection, "SELECT position FROM messaging.consumer WHERE name = ? FOR UPDATE", consumer.name());
            long parked = number(
                    connection,
                    "SELECT count(*) FROM messaging.parked_event WHERE consumer = ? AND position > " + position,
                    consumer.name());
            if (parked > 0) {
                return new Reset.ParkedInTheWay(parked);
            }
            if (position < before && reactions == Reactions.UNDECIDED) {
                return new Reset.ReactionsUndecided(before);
            }
            change(
                    """
                    UPDATE messaging.consumer
                    SET reacted_to = CASE WHEN ?::boolean THEN 0 ELSE least(greatest(reacted_to, position), ?::bigint) END,
                        position = ?::bigint, event_id = NULL
                    WHERE name = ?\
                    """,
                    Boolean.toString(reactions == Reactions.AGAIN),
                    Long.toString(end),
                    Long.toString(position),
                    consumer.name());
            return new Reset.Done(position);
        });
    }

    private static long number(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            var row = statement.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private int change(String sql, String... parameters) {
        return transactions.executeWrite(tx -> {
            try (PreparedStatement statement = tx.getConnection().prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setString(i + 1, parameters[i]);
                }
                return statement.executeUpdate();
            }
        });
    }
}
