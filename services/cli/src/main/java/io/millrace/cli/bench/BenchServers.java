package io.millrace.cli.bench;

import io.millrace.testkit.nats.Durability;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Servers with the settings of {@code millrace up}: commits of the database are durable. Gone when the bench ends, by Ctrl-C as well. */
final class BenchServers implements AutoCloseable {

    private final Path folder;
    private final PostgresServer postgres;
    private final NatsServer nats;

    BenchServers(Durability durability) throws IOException {
        folder = Files.createTempDirectory("millrace-bench");
        postgres = PostgresServer.persistent(folder.resolve("postgres"), 0, folder.resolve("postgres.log"));
        nats = NatsServer.persistent(folder.resolve("nats"), 0, folder.resolve("nats.log"), durability);
        postgres.createDatabase("bench");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the bench's servers"));
    }

    String natsUrl() {
        return nats.url();
    }

    Map<String, Object> properties() {
        return Map.of(
                "micronaut.application.name",
                "bench",
                "millrace.instance",
                "bench",
                "millrace.relay.enabled",
                false,
                "millrace.consumer.enabled",
                false,
                "flyway.datasources.default.enabled",
                false,
                "nats.default.addresses",
                nats.url(),
                "datasources.default.url",
                postgres.jdbcUrl("bench"),
                "datasources.default.username",
                postgres.username(),
                "datasources.default.password",
                postgres.password());
    }

    static Connection connect(Map<String, Object> properties) throws SQLException {
        return DriverManager.getConnection(
                properties.get("datasources.default.url").toString(),
                properties.get("datasources.default.username").toString(),
                properties.get("datasources.default.password").toString());
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        nats.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BenchServers::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
