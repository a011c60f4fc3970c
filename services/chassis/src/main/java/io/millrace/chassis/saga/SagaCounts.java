package io.millrace.chassis.saga;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.saga.Phase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;

/** How many sagas of this service are not over. */
@Singleton
public class SagaCounts {

    /** It is asked often. */
    private static final int COUNTED = 100_000;

    private final TransactionOperations<Connection> transactions;

    SagaCounts(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Sagas that are not over, each counted up to 100,000.
     *
     * @param byPhase running and compensating
     * @param stuck those among them that somebody should look at: asked four times without an answer, or waiting for a quarter
     *     of an hour
     */
    public record Count(Map<Phase, Long> byPhase, long stuck) {}

    /** The conditions are constants, for the indexes over nothing else to serve. */
    public Count now() {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT
                        (SELECT count(*) FROM (
                            SELECT FROM messaging.saga WHERE phase = 'RUNNING' LIMIT %1$d
                        ) AS running),
                        (SELECT count(*) FROM (
                            SELECT FROM messaging.saga WHERE phase = 'COMPENSATING' LIMIT %1$d
                        ) AS compensating),
                        (SELECT count(*) FROM (
                            SELECT FROM messaging.saga
                            WHERE %2$s AND phase IN ('RUNNING', 'COMPENSATING')
                            LIMIT %1$d
                        ) AS stuck)""".formatted(COUNTED, SagaReports.STUCK))) {
                var row = statement.executeQuery();
                row.next();
                return new Count(
                        Map.of(Phase.RUNNING, row.getLong(1), Phase.COMPENSATING, row.getLong(2)), row.getLong(3));
            }
        });
    }
}
