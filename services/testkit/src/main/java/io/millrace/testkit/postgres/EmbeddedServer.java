package io.millrace.testkit.postgres;

import io.millrace.testkit.process.LeftOver;
import io.millrace.testkit.process.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Binaries from the class path, unpacked once per machine, run as a process of their own; as root too. */
final class EmbeddedServer implements PostgresServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PID_FILE = "postmaster.pid";

    private final Storage storage;
    private final int port;
    private EmbeddedPostgres running;

    private EmbeddedServer(Storage storage, int port) {
        this.storage = storage;
        LeftOver.stop(storage.data().resolve(PID_FILE), "postgres");
        this.port = Ports.freeOr(port);
        start();
    }

    static EmbeddedServer temporary() {
        EmbeddedServer server = new EmbeddedServer(Storage.temporary(), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop PostgreSQL"));
        return server;
    }

    static EmbeddedServer persistent(Path data, int port, Path log) {
        return new EmbeddedServer(Storage.persistent(data, log), port);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    @Override
    public String username() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("max_connections", "300")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE);
        try {
            running = storage.applyTo(builder).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running = null;
        }
    }

    @Override
    public synchronized void kill() {
        postmaster().ifPresent(postmaster -> {
            // Who stands still has no more children: one that is missed would hold the shared memory, and no server
            // could start.
            hold(postmaster);
            List<ProcessHandle> family = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(process -> process.onExit().join());
        });
        stop();
    }

    private static void hold(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(storage.data().resolve(PID_FILE))) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        stop();
        storage.release();
    }
}
