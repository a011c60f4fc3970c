package io.millrace.chassis.deadletters;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code messaging.dead_letter_action}: the last action first. */
@Singleton
class LetterActions {

    private final TransactionOperations<Connection> transactions;

    LetterActions(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** What was done before that action, and up to so many. */
    List<LetterAction> before(long id, int limit) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT * FROM messaging.dead_letter_action
                    WHERE id < ?
                    ORDER BY id DESC
                    LIMIT ?""")) {
                statement.setLong(1, id);
                statement.setInt(2, limit);
                return read(statement.executeQuery());
            }
        });
    }

    /** What was done about one event. */
    List<LetterAction> about(LetterKey letter, int limit) {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT * FROM messaging.dead_letter_action
                    WHERE consumer = ? AND position = ?
                    ORDER BY id DESC
                    LIMIT ?""")) {
                statement.setString(1, letter.consumer());
                statement.setLong(2, letter.position());
                statement.setInt(3, limit);
                return read(statement.executeQuery());
            }
        });
    }

    private static List<LetterAction> read(ResultSet row) throws SQLException {
        List<LetterAction> actions = new ArrayList<>();
        while (row.next()) {
            actions.add(LetterAction.of(row));
        }
        return actions;
    }
}
