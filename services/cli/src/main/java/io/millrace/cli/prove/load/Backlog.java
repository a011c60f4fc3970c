package io.millrace.cli.prove.load;

import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.shop.ServiceSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far the shop is behind its callers: the longest outbox, or the events that the slowest consumer has not handled. Looked
 * for in the databases twice a second; one that is away keeps the figure that it had.
 */
final class Backlog implements AutoCloseable {

    /** Some seconds of work. */
    private static final long LONG = 1500;

    private static final long LOOK_MILLIS = 500;

    private final ProofStage stage;
    private final Thread thread = Thread.ofPlatform().daemon().name("backlog").unstarted(this::watch);
    private final Map<ServiceSpec, Connection> connections = new HashMap<>();
    private volatile long events;

    Backlog(ProofStage stage) {
        this.stage = stage;
    }

    void start() {
        thread.start();
    }

    /** Whether callers should let the shop come after. */
    boolean isLong() {
        return events > LONG;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                events = look();
            }
        } catch (InterruptedException e) {
            ServiceSpec.ALL.forEach(this::disconnect);
        }
    }

    private long look() {
        Map<String, Long> ends = new HashMap<>();
        try {
            long longest = 0;
            for (ServiceSpec service : ServiceSpec.ALL) {
                longest = Math.max(longest, waiting(service, ends));
            }
            for (ServiceSpec service : ServiceSpec.ALL) {
                longest = Math.max(longest, lag(service, ends));
            }
            return longest;
        } catch (SQLException away) {
            ServiceSpec.ALL.forEach(this::disconnect);
            return events;
        }
    }

    private long waiting(ServiceSpec service, Map<String, Long> ends) throws SQLException {
        try (Statement statement = connection(service).createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT
                            (SELECT count(*) FROM messaging.outbox),
                            (SELECT coalesce(max(sequence), 0) FROM messaging.sent)""")) {
            row.next();
            ends.put(service.name().toUpperCase(Locale.ROOT), row.getLong(2));
            return row.getLong(1);
        }
    }

    private long lag(ServiceSpec service, Map<String, Long> ends) throws SQLException {
        try (Statement statement = connection(service).createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT stream, position FROM messaging.consumer WHERE NOT paused")) {
            long longest = 0;
            while (row.next()) {
                longest = Math.max(longest, ends.getOrDefault(row.getString(1), 0L) - row.getLong(2));
            }
            return longest;
        }
    }

    private Connection connection(ServiceSpec service) throws SQLException {
        Connection open = connections.get(service);
        if (open == null) {
            open = stage.database().connect(service.name());
            connections.put(service, open);
        }
        return open;
    }

    private void disconnect(ServiceSpec service) {
        try (Connection _ = connections.remove(service)) {
            // Whatever it was in is over.
        } catch (SQLException e) {
            // It was gone.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
