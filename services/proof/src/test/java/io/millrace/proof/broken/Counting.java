package io.millrace.proof.broken;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Reaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often each event took effect, so that one that is missing or doubled is seen. */
@EventHandler(from = "${proof.from}")
@Requires(property = "proof.from")
public class Counting {

    private static final AtomicInteger OUTAGES = new AtomicInteger();

    private final TransactionOperations<Connection> transactions;

    Counting(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** The next so many transactions fail, as if the database had chosen them to end a deadlock. */
    public static void failNext(int times) {
        OUTAGES.set(times);
    }

    /** Whether all of them have failed that should. */
    public static boolean hasFailed() {
        return OUTAGES.get() == 0;
    }

    @Reaction
    void ticked(Ticked event, EventContext context) {
        String effect = event.clock() + "/" + context.envelope().sequence();
        transactions.executeWrite(tx -> {
            try (var statement = tx.getConnection().prepareStatement("""
                    INSERT INTO effect AS e (effect, times) VALUES (?, 1)
                    ON CONFLICT (effect) DO UPDATE SET times = e.times + 1""")) {
                statement.setString(1, effect);
                statement.executeUpdate();
            }
            if (OUTAGES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SQLException("told to fail", "40P01");
            }
            return null;
        });
    }
}
