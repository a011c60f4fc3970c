package io.millrace.cli.prove.invariant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Outboxes are empty, consumers stand at the ends of the streams, and nothing waits behind a failure. */
final class EverythingArrived implements Invariant {

    private int consumers;

    @Override
    public Verdict check(Evidence evidence) throws SQLException {
        List<String> left = new ArrayList<>();
        consumers = 0;
        for (String service : Evidence.SERVICES) {
            try (Connection connection = evidence.databases().connect(service)) {
                count(
                        connection,
                        "outbox",
                        waiting -> left.add("%d events wait in the outbox of %s".formatted(waiting, service)));
                if (exists(connection, "messaging.parked_event")) {
                    count(
                            connection,
                            "parked_event",
                            parked -> left.add("%s has parked %d events".formatted(service, parked)));
                }
                positions(connection, evidence, left);
            }
        }
        return Verdict.of(
                "Outboxes are empty, nothing is parked, consumers are at the end",
                "%d consumers".formatted(consumers),
                left);
    }

    private static void count(Connection connection, String table, Consumer<Long> some) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT count(*) FROM messaging." + table);
            row.next();
            if (row.getLong(1) > 0) {
                some.accept(row.getLong(1));
            }
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT to_regclass('%s') IS NOT NULL".formatted(table));
            row.next();
            return row.getBoolean(1);
        }
    }

    private void positions(Connection connection, Evidence evidence, List<String> left) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("SELECT name, stream, position FROM messaging.consumer");
            while (row.next()) {
                consumers++;
                String stream = row.getString("stream");
                long end = evidence.streams().containsKey(stream)
                        ? evidence.streams().get(stream).getLastSequence()
                        : 0;
                if (row.getLong("position") != end) {
                    left.add("%s stands at %d of %d".formatted(row.getString("name"), row.getLong("position"), end));
                }
            }
        }
    }
}
