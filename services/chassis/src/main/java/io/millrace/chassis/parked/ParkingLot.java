package io.millrace.chassis.parked;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.parked.Parking.FirstFailure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.function.Function;

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
            Connection connection = tx.getConnection();
            try (var statement = connection.prepareStatement("""
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
                List<Columns> columns = events.stream().map(Columns::of).toList();
                statement.setString(1, consumer);
                statement.setString(2, consumer);
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "bigint", array(events, e -> e.message().sequence())));
                statement.setArray(4, connection.createArrayOf("text", array(events, Parking::key)));
                statement.setArray(
                        5,
                        connection.createArrayOf(
                                "text", array(events, e -> e.message().header("ce-id"))));
                statement.setArray(
                        6,
                        connection.createArrayOf(
                                "text", array(events, e -> e.message().header("ce-type"))));
                statement.setArray(
                        7,
                        connection.createArrayOf(
                                "text", array(events, e -> e.message().subject())));
                statement.setArray(
                        8,
                        connection.createArrayOf(
                                "text", array(events, e -> e.message().headerLines())));
                statement.setArray(
                        9,
                        connection.createArrayOf(
                                "bytea",
                                events.stream().map(e -> e.message().body()).toArray(byte[][]::new)));
                statement.setArray(10, connection.createArrayOf("text", array(columns, Columns::verdict)));
                statement.setArray(11, connection.createArrayOf("bigint", array(columns, Columns::delay)));
                statement.setArray(12, connection.createArrayOf("text", array(columns, Columns::reason)));
                statement.setArray(13, connection.createArrayOf("text", array(columns, Columns::stack)));
                return statement.executeUpdate();
            }
        });
    }

    private static <E> Object[] array(List<E> rows, Function<E, Object> value) {
        return rows.stream().map(value).toArray();
    }

    /** What a failure says in the table; all null for what waits behind another one. */
    private record Columns(String verdict, Long delay, String reason, String stack) {

        static Columns of(Parking parking) {
            return parking.failure().map(Columns::failed).orElse(new Columns(null, null, null, null));
        }

        private static Columns failed(FirstFailure first) {
            Verdict verdict = first.verdict();
            return new Columns(
                    ParkedColumns.state(verdict),
                    ParkedColumns.delayMillis(verdict),
                    first.failure().reason(),
                    first.failure().stack());
        }
    }
}
