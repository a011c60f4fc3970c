package io.millrace.cli.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.database.Columns;
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
            try (var statement = tx.getConnection().prepareStatement("""
                    INSERT INTO thing (id, number, text)
                    SELECT * FROM unnest(?::text[], ?::int[], ?::text[])
                    ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number, text = EXCLUDED.text""")) {
                new Columns<>(statement, batch)
                        .set(1, "text", received -> received.event().thing())
                        .set(2, "int", received -> received.event().number())
                        .set(3, "text", received -> received.event().text());
                return statement.executeUpdate();
            }
        });
    }
}
