package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody else holds a lock that a handler needs, for several lease times. A statement waits five seconds for a lock, which
 * is longer than the lease and longer than the ack wait: another instance takes over, and events are delivered again.
 */
record StuckHandler() implements Fault {

    private static final Logger LOG = LoggerFactory.getLogger(StuckHandler.class);
    private static final long LOOK_MILLIS = 200;
    private static final List<Wanted> WANTED = List.of(
            new Wanted("delivery", "recipient", "CUSTOMERS"),
            new Wanted("orders", "customer_order", "ORDERS"),
            new Wanted("inventory", "reservation", "ORDERS"),
            new Wanted("billing", "payment", "ORDERS"));
    private static final Duration TIME = ProofStage.LEASE.multipliedBy(3);

    /** A table that a service needs to handle the events of a stream. */
    private record Wanted(String service, String table, String stream) {

        String consumer() {
            return service + "-" + stream.toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return "a handler slower than its lease and its ack wait";
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Recovery strike(ProofStage stage, RandomGenerator random) throws Exception {
        Vitals vitals = new Vitals(stage);
        Wanted wanted = WANTED.get(random.nextInt(WANTED.size()));
        try (Connection connection = Waiting.forAnswer(() -> stage.database().connect(wanted.service()));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE %s IN EXCLUSIVE MODE".formatted(wanted.table()));
            LOG.info(
                    "up to {} events were delivered again to {} meanwhile",
                    deliveredAgain(stage, wanted),
                    wanted.consumer());
            connection.rollback();
        } catch (java.sql.SQLException gone) {
            // The database went away with the lock: another fault struck at the same time.
        }
        return Recovery.since(System.nanoTime(), vitals.flowing());
    }

    /** Waits, and looks how many events at most are on their way once more. */
    private static long deliveredAgain(ProofStage stage, Wanted wanted) throws InterruptedException {
        long most = 0;
        for (long end = System.nanoTime() + TIME.toNanos(); System.nanoTime() < end; Thread.sleep(LOOK_MILLIS)) {
            try (io.nats.client.Connection nats = stage.broker().connect()) {
                most = Math.max(
                        most,
                        nats.jetStreamManagement()
                                .getConsumerInfo(wanted.stream(), wanted.consumer())
                                .getRedelivered());
            } catch (IOException | JetStreamApiException notNow) {
                // The consumer is being made anew by whoever has taken over.
            }
        }
        return most;
    }

    @Override
    public String note(ProofStage stage) {
        return "a lock in the database, %d s".formatted(TIME.toSeconds());
    }
}
