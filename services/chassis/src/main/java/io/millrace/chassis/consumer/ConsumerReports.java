package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.consumer.ConsumerReport.RebuildReport;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the database knows about the consumers of this service. */
@Singleton
public class ConsumerReports {

    private final HandlerBeans handlers;
    private final TransactionOperations<Connection> transactions;

    ConsumerReports(HandlerBeans handlers, TransactionOperations<Connection> transactions) {
        this.handlers = handlers;
        this.transactions = transactions;
    }

    /** Every consumer that this service has handlers for, in the order of their names. */
    public List<ConsumerReport> all() {
        Map<String, ConsumerReport> known = known();
        return handlers.all().entrySet().stream()
                .map(entry -> report(entry.getKey(), entry.getValue(), known))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static ConsumerReport report(ConsumerName name, Handlers handlers, Map<String, ConsumerReport> known) {
        ConsumerReport row = known.get(name.durable());
        return new ConsumerReport(
                name.durable(),
                name.stream(),
                row == null ? 0 : row.position(),
                row == null ? 0 : row.reactedTo(),
                row != null && row.paused(),
                row == null ? Optional.empty() : row.owner(),
                row == null ? Optional.empty() : row.updatedAt(),
                row == null ? 0 : row.parked(),
                row == null ? 0 : row.dead(),
                handlers.tables(),
                row == null ? Optional.empty() : row.rebuild());
    }

    private Map<String, ConsumerReport> known() {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT c.name, c.stream, c.position, c.reacted_to, c.paused, c.updated_at, l.owner,
                        coalesce(p.parked, 0), coalesce(p.dead, 0),
                        r.state, r.position, r.requested_by, r.requested_at, r.started_at, r.finished_at, r.error
                    FROM messaging.consumer AS c
                    LEFT JOIN messaging.lease AS l
                        ON l.name = 'consumer:' || c.name AND l.expires_at > clock_timestamp()
                    LEFT JOIN messaging.rebuild AS r ON r.consumer = c.name
                    LEFT JOIN (
                        SELECT consumer, count(*) AS parked, count(*) FILTER (WHERE state = 'DEAD') AS dead
                        FROM messaging.parked_event GROUP BY consumer
                    ) AS p ON p.consumer = c.name""")) {
                ResultSet row = statement.executeQuery();
                Map<String, ConsumerReport> found = new HashMap<>();
                while (row.next()) {
                    found.put(row.getString(1), consumer(row));
                }
                return found;
            }
        });
    }

    private static ConsumerReport consumer(ResultSet row) throws SQLException {
        return new ConsumerReport(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getBoolean(5),
                Optional.ofNullable(row.getString(7)).filter(owner -> !owner.isEmpty()),
                time(row, 6),
                row.getLong(8),
                row.getLong(9),
                List.of(),
                row.getString(10) == null ? Optional.empty() : Optional.of(rebuild(row)));
    }

    private static RebuildReport rebuild(ResultSet row) throws SQLException {
        return new RebuildReport(
                row.getString(10),
                row.getLong(11),
                row.getString(12),
                time(row, 13).orElseThrow(),
                time(row, 14),
                time(row, 15),
                Optional.ofNullable(row.getString(16)));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
