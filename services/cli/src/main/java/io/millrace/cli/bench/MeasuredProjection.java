package io.millrace.cli.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Received;
import java.sql.Connection;
import java.util.List;

/** A projection as a service would write it: one upsert for a batch. */
@EventHandler(from = "bench")
@Requires(property = "micronaut.application.name", value = "bench")
class MeasuredProjection {

    /** The aggregate whose events cannot be handled. */
    static volatile String failsOn = "nothing";

    private final TransactionOperations<Connection> transactions;

    MeasuredProjection(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @Projection
    void measured(List<Received<Measured>> batch) {
        String bad = failsOn;
        if (batch.stream().anyMatch(received -> received.event().thing().equals(bad))) {
            throw new IllegalArgumentException(bad + " cannot be handled");
        }
        transactions.executeWrite(tx -> {
            Connection connection = tx.getConnection();
            try (var statement = connection.prepareStatement("""
                    INSERT INTO thing (id, number, text)
                    SELECT * FROM unnest(?::text[], ?::int[], ?::text[])
                    ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number, text = EXCLUDED.text""")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                batch.stream()
                                        .map(received -> received.event().thing())
                                        .toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "int",
                                batch.stream()
                                        .map(received -> received.event().number())
                                        .toArray()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text",
                                batch.stream()
                                        .map(received -> received.event().text())
                                        .toArray()));
                return statement.executeUpdate();
            }
        });
    }
}
