package io.millrace.chassis.parked;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
import io.millrace.chassis.parked.Parking.FirstFailure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;

/** Where events are parked. */
@Singleton
public class ParkingLot {

    private final TransactionOperations<Connection> transactions;

    ParkingLot(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Parks events within the current transaction, which must be the one that moves the position behind them. */
    public void park(String consumer, List<Parking> events) {
        if (events.isEmpty()) {
            return;
        }
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    INSERT INTO messaging.parked_event (consumer, position, key, event_id, type, subject, headers, body,
                        state, due_at, attempts, deaths, first_failure, last_failure, reason, stack, replayed)
                    SELECT ?, position, key, event_id, type, subject, headers, body,
                        coalesce(verdict, 'WAITING'), clock_timestamp() + delay * interval '1 millisecond',
                        (verdict IS NOT NULL)::int, (verdict IS NOT DISTINCT FROM 'DEAD')::int,
                        CASE WHEN verdict IS NOT NULL THEN now() END, CASE WHEN verdict IS NOT NULL THEN now() END,
                        reason, stack,
                        position <= (SELECT reacted_to FROM messaging.consumer WHERE name = ?)
                    FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                        ?::text[], ?::bigint[], ?::text[], ?::text[])
                        AS parked (position, key, event_id, type, subject, headers, body, verdict, delay, reason, stack)
                    ON CONFLICT (consumer, position) DO NOTHING""")) {
                statement.setString(1, consumer);
                statement.setString(2, consumer);
                new Columns<>(statement, events)
                        .set(3, "bigint", e -> e.message().sequence())
                        .set(4, "text", Parking::key)
                        .set(5, "text", e -> e.message().header("ce-id"))
                        .set(6, "text", e -> e.message().header("ce-type"))
                        .set(7, "text", e -> e.message().subject())
                        .set(8, "text", e -> e.message().headerLines())
                        .bytes(9, e -> e.message().body());
                new Columns<>(statement, events.stream().map(FailureColumns::of).toList())
                        .set(10, "text", FailureColumns::verdict)
                        .set(11, "bigint", FailureColumns::delay)
                        .set(12, "text", FailureColumns::reason)
                        .set(13, "text", FailureColumns::stack);
                return statement.executeUpdate();
            }
        });
    }

    /** What a failure says in the table; all null for what waits behind another one. */
    private record FailureColumns(String verdict, Long delay, String reason, String stack) {

        static FailureColumns of(Parking parking) {
            return parking.failure().map(FailureColumns::failed).orElse(new FailureColumns(null, null, null, null));
        }

        private static FailureColumns failed(FirstFailure first) {
            Verdict verdict = first.verdict();
            return new FailureColumns(
                    ParkedColumns.state(verdict),
                    ParkedColumns.delayMillis(verdict),
                    first.failure().reason(),
                    first.failure().stack());
        }
    }
}
