package io.millrace.chassis.saga;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.business.saga.Phase;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.EnumMap;
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
     * Sagas that are not over, up to 100,000 in all.
     *
     * @param byPhase running and compensating
     * @param stuck those among them whose question was asked four times without an answer
     */
    public record Count(Map<Phase, Long> byPhase, long stuck) {}

    public Count now() {
        return transactions.executeRead(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    SELECT phase, count(*), count(*) FILTER (WHERE asked >= ?)
                    FROM (
                        SELECT phase, asked FROM messaging.saga
                        WHERE phase IN ('RUNNING', 'COMPENSATING')
                        LIMIT ?
                    ) AS unfinished
                    GROUP BY phase""")) {
                statement.setInt(1, SagaReports.STUCK);
                statement.setInt(2, COUNTED);
                var row = statement.executeQuery();
                Map<Phase, Long> counts = new EnumMap<>(Map.of(Phase.RUNNING, 0L, Phase.COMPENSATING, 0L));
                long stuck = 0;
                while (row.next()) {
                    counts.put(Phase.valueOf(row.getString(1)), row.getLong(2));
                    stuck += row.getLong(3);
                }
                return new Count(counts, stuck);
            }
        });
    }
}
