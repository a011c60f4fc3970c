package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.saga.Phase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the database knows about the sagas of this service. */
@Singleton
class SagaReports {

    /**
     * What is somebody's business: a question that was asked four times without an answer, in three and a half minutes, or one that
     * is asked once only, for a quarter of an hour.
     */
    static final String STUCK = """
            (asked >= 4 OR phase = 'RUNNING' AND due_at IS NOT NULL AND updated_at <= now() - interval '15 minutes')""";

    private static final String COLUMNS =
            "type, id, phase, step, asked, due_at, started_at, updated_at, state, " + STUCK + " AS stuck";

    private final TransactionOperations<Connection> transactions;

    SagaReports(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Sagas by id and type, behind one. */
    List<SagaView> list(@Nullable Phase phase, boolean stuck, String afterId, String afterType, int limit) {
        return transactions.executeRead(transaction -> {
            try (PreparedStatement select =
                    transaction.getConnection().prepareStatement("""
                    SELECT %s
                    FROM messaging.saga
                    WHERE (id, type) > (?, ?) AND (?::text IS NULL OR phase = ?) AND (NOT ? OR %s)
                    ORDER BY id, type
                    LIMIT ?
                    """.formatted(COLUMNS, STUCK))) {
                select.setString(1, afterId);
                select.setString(2, afterType);
                select.setString(3, phase == null ? null : phase.name());
                select.setString(4, phase == null ? null : phase.name());
                select.setBoolean(5, stuck);
                select.setInt(6, limit);
                try (ResultSet row = select.executeQuery()) {
                    List<SagaView> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(view(row));
                    }
                    return found;
                }
            }
        });
    }

    /** @param type which of those of this id, where a service has several plans; null: the first */
    Optional<WholeSaga> find(String id, @Nullable String type) {
        return transactions.executeRead(transaction -> {
            Connection connection = transaction.getConnection();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT %s
                    FROM messaging.saga
                    WHERE id = ? AND (?::text IS NULL OR type = ?)
                    ORDER BY type
                    LIMIT 1
                    """.formatted(COLUMNS))) {
                select.setString(1, id);
                select.setString(2, type);
                select.setString(3, type);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    SagaView saga = view(row);
                    return Optional.of(new WholeSaga(saga, row.getString("state"), steps(connection, saga)));
                }
            }
        });
    }

    private static List<SagaStepView> steps(Connection connection, SagaView saga) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT number, step, what, event_type, event_id, at
                FROM messaging.saga_step
                WHERE type = ? AND id = ?
                ORDER BY number
                """)) {
            select.setString(1, saga.type());
            select.setString(2, saga.id());
            try (ResultSet row = select.executeQuery()) {
                List<SagaStepView> steps = new ArrayList<>();
                while (row.next()) {
                    steps.add(new SagaStepView(
                            row.getInt("number"),
                            row.getString("step"),
                            row.getString("what"),
                            row.getString("event_type"),
                            row.getString("event_id"),
                            time(row, "at")));
                }
                return steps;
            }
        }
    }

    private static SagaView view(ResultSet row) throws SQLException {
        return new SagaView(
                row.getString("type"),
                row.getString("id"),
                Phase.valueOf(row.getString("phase")),
                row.getString("step"),
                row.getInt("asked"),
                row.getBoolean("stuck"),
                time(row, "due_at"),
                time(row, "started_at"),
                time(row, "updated_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
