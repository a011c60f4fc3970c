package io.millrace.chassis.consumer;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the database session of an owner that was stopped in the middle of a transaction, so that the next owner does not
 * wait for a process that may never wake up. Its lease ran out before, and what it had begun is rolled back.
 */
@Singleton
class Eviction {

    private static final Logger LOG = LoggerFactory.getLogger(Eviction.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TransactionOperations<Connection> transactions;

    Eviction(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** While it is open, whoever keeps this session waiting for longer than a second is sent away. */
    Watch of(Connection waiting) throws SQLException {
        try (var statement = waiting.prepareStatement("SELECT pg_backend_pid(), now()::text")) {
            var row = statement.executeQuery();
            row.next();
            return new Watch(new Waiting(row.getInt(1), row.getString(2)));
        }
    }

    /** A transaction: a session alone would mean whatever it does next, too. */
    private record Waiting(int session, String transactionStart) {}

    final class Watch implements AutoCloseable {

        private final CountDownLatch over = new CountDownLatch(1);

        private Watch(Waiting waiting) {
            Thread.ofVirtual().name("millrace-eviction").start(() -> run(waiting));
        }

        @Override
        public void close() {
            over.countDown();
        }

        private void run(Waiting waiting) {
            try {
                while (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    tryToEnd(waiting);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void tryToEnd(Waiting waiting) {
            try {
                int ended = endWhoeverBlocks(waiting);
                if (ended > 0) {
                    LOG.warn("{} database sessions of an owner before did not end by themselves and were ended", ended);
                }
            } catch (Exception e) {
                LOG.warn("the database session of an owner before could not be ended: {}", e.getMessage());
            }
        }

        private int endWhoeverBlocks(Waiting waiting) {
            return transactions.executeWrite(tx -> {
                try (var statement = tx.getConnection().prepareStatement("""
                    SELECT count(*) FILTER (WHERE pg_terminate_backend(blocking))
                    FROM pg_stat_activity AS waiting, unnest(pg_blocking_pids(waiting.pid)) AS blocking
                    WHERE waiting.pid = ? AND waiting.xact_start = ?::timestamptz\
                    """)) {
                    statement.setInt(1, waiting.session());
                    statement.setString(2, waiting.transactionStart());
                    var row = statement.executeQuery();
                    row.next();
                    return row.getInt(1);
                }
            });
        }
    }
}
