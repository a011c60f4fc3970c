package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Redrives and discards dead letters, and records who did it.
 *
 * <p>Guarantees: changes and records stand in one statement, so there are both or neither. Nothing is handled here: the
 * owner of the consumer finds what became due, and so only the consumer that failed sees an event again, in the order of
 * its aggregate. Two who change the same letters at a time change each of them once.
 */
@Singleton
class Changes {

    private final TransactionOperations<Connection> transactions;

    Changes(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** How many dead letters are meant. */
    ChangeAnswer count(LetterFilter filter) {
        Conditions conditions = filter.conditions(ParkedState.DEAD);
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection()
                    .prepareStatement(
                            "SELECT count(*), 0 FROM messaging.parked_event AS p WHERE " + conditions.sql())) {
                conditions.bind(statement, 1);
                return answer(statement, true);
            }
        });
    }

    /**
     * Changes the first so many dead letters that are meant.
     *
     * @param actor who wants it
     * @param reason why, in words
     */
    ChangeAnswer make(Change change, LetterFilter filter, int limit, String actor, @Nullable String reason) {
        Conditions conditions = filter.conditions(ParkedState.DEAD);
        return transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    WITH chosen AS MATERIALIZED (
                        SELECT p.consumer, p.position
                        FROM messaging.parked_event AS p
                        WHERE %1$s
                        ORDER BY p.consumer, p.position
                        LIMIT ?
                        FOR UPDATE
                    ), numbered AS (
                        SELECT consumer, position, row_number() OVER (ORDER BY consumer, position) - 1 AS earlier
                        FROM chosen
                    ), changed AS (
                        UPDATE messaging.parked_event AS p
                        SET state = ?, attempts = 0, due_at = now() + numbered.earlier * ? * interval '1 microsecond'
                        FROM numbered
                        WHERE p.consumer = numbered.consumer AND p.position = numbered.position
                        RETURNING p.consumer, p.position, p.event_id, p.subject
                    ), recorded AS (
                        INSERT INTO messaging.dead_letter_action
                            (actor, action, consumer, position, event_id, subject, reason)
                        SELECT ?, ?, consumer, position, event_id, subject, ?
                        FROM changed
                        ORDER BY consumer, position
                        RETURNING id
                    )
                    SELECT (SELECT count(*) FROM messaging.parked_event AS p WHERE %1$s), count(*)
                    FROM recorded""".formatted(conditions.sql()))) {
                int next = conditions.bind(statement, 1);
                statement.setInt(next++, limit);
                statement.setString(next++, change.state().name());
                statement.setLong(next++, change.intervalMicros());
                statement.setString(next++, actor);
                statement.setString(next++, change.action());
                statement.setString(next++, reason);
                conditions.bind(statement, next);
                return answer(statement, false);
            }
        });
    }

    private static ChangeAnswer answer(PreparedStatement statement, boolean dryRun) throws SQLException {
        var row = statement.executeQuery();
        row.next();
        return new ChangeAnswer(row.getLong(1), row.getLong(2), dryRun);
    }
}
