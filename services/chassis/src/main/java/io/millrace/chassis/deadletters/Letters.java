package io.millrace.chassis.deadletters;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code messaging.parked_event} for people, a page at a time. */
@Singleton
class Letters {

    private static final int ACTIONS = 100;

    private final TransactionOperations<Connection> transactions;
    private final LetterActions actions;

    Letters(TransactionOperations<Connection> transactions, LetterActions actions) {
        this.transactions = transactions;
        this.actions = actions;
    }

    /** Those behind a key, in the order of keys. */
    List<DeadLetter> list(LetterFilter filter, ParkedState state, LetterKey behind, int limit) {
        Conditions conditions =
                filter.conditions(state).and("(p.consumer, p.position) > (?, ?)", behind.consumer(), behind.position());
        return transactions.executeRead(tx -> {
            try (var statement =
                    tx.getConnection().prepareStatement("""
                    SELECT %s
                    FROM messaging.parked_event AS p
                    LEFT JOIN messaging.consumer AS c ON c.name = p.consumer
                    WHERE %s
                    ORDER BY p.consumer, p.position
                    LIMIT ?""".formatted(DeadLetter.COLUMNS, conditions.sql()))) {
                statement.setInt(conditions.bind(statement, 1), limit);
                var row = statement.executeQuery();
                List<DeadLetter> letters = new ArrayList<>();
                while (row.next()) {
                    letters.add(DeadLetter.of(row));
                }
                return letters;
            }
        });
    }

    /** One with all there is, whatever its state. */
    Optional<WholeLetter> find(LetterKey key) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT %s, p.headers, p.body, p.stack
                    FROM messaging.parked_event AS p
                    LEFT JOIN messaging.consumer AS c ON c.name = p.consumer
                    WHERE p.consumer = ? AND p.position = ?""".formatted(DeadLetter.COLUMNS))) {
                statement.setString(1, key.consumer());
                statement.setLong(2, key.position());
                var row = statement.executeQuery();
                if (!row.next()) {
                    return Optional.empty();
                }
                Content content = Content.of(row.getString("headers"), row.getBytes("body"));
                return Optional.of(new WholeLetter(
                        DeadLetter.of(row),
                        content.headers(),
                        content.body(),
                        content.base64(),
                        row.getString("stack"),
                        actions.about(key, ACTIONS)));
            }
        });
    }
}
