package io.millrace.cli.prove.invariant;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Waits until everything that was committed has arrived everywhere, and all that was begun is over. */
public final class Settled {

    private static final long PAUSE_MILLIS = 200;
    private static final int QUIET_LOOKS = 5;

    private Settled() {}

    /** Returns whether it came to that in time. What is missing otherwise, the invariants tell. */
    public static boolean await(Evidence.Databases databases, io.nats.client.Connection nats, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() < end) {
            quiet = isQuiet(databases, nats) ? quiet + 1 : 0;
            Thread.sleep(PAUSE_MILLIS);
        }
        return quiet == QUIET_LOOKS;
    }

    /** An event can be on its way from one consumer into the next outbox, so this is asked more than once. */
    private static boolean isQuiet(Evidence.Databases databases, io.nats.client.Connection nats) {
        try {
            Map<String, Long> ends = new HashMap<>();
            for (String stream : Evidence.STREAMS) {
                ends.put(
                        stream,
                        nats.jetStreamManagement()
                                .getStreamInfo(stream)
                                .getStreamState()
                                .getLastSequence());
            }
            for (String service : Evidence.SERVICES) {
                try (Connection connection = databases.connect(service)) {
                    if (!isQuiet(connection, ends) || (service.equals("orders") && hasRunningSagas(connection))) {
                        return false;
                    }
                }
            }
            return true;
        } catch (SQLException | IOException | io.nats.client.JetStreamApiException notYet) {
            return false;
        }
    }

    private static boolean hasRunningSagas(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet running = statement.executeQuery(
                    "SELECT EXISTS (SELECT FROM messaging.saga WHERE phase IN ('RUNNING', 'COMPENSATING'))");
            running.next();
            return running.getBoolean(1);
        }
    }

    private static boolean isQuiet(Connection connection, Map<String, Long> ends) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet waiting = statement.executeQuery("SELECT EXISTS (SELECT FROM messaging.outbox)");
            waiting.next();
            if (waiting.getBoolean(1)) {
                return false;
            }
            ResultSet row = statement.executeQuery("SELECT stream, position FROM messaging.consumer");
            while (row.next()) {
                if (row.getLong("position") != ends.getOrDefault(row.getString("stream"), 0L)) {
                    return false;
                }
            }
            return true;
        }
    }
}
