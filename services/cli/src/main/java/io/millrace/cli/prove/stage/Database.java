package io.millrace.cli.prove.stage;

import io.millrace.cli.shop.ServiceSpec;
import io.millrace.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** PostgreSQL, with a database for each service and a disk of its own. */
public final class Database implements AutoCloseable {

    private static final String SERVER = "postgres";
    private static final int CONNECT_SECONDS = 3;
    private static final int ANSWER_SECONDS = 120;

    private final Disk disk;
    private final PostgresServer server;
    private final int port;
    private final Set<String> displaced = ConcurrentHashMap.newKeySet();

    Database(Path place) {
        this.disk = Disk.in(place, "postgres");
        this.port = SteadyPorts.free();
        this.server =
                PostgresServer.persistent(data(), port, place.resolve("logs").resolve("postgres.log"));
        ServiceSpec.ALL.forEach(service -> server.createDatabase(service.name()));
    }

    private Path data() {
        return disk.folder().resolve("data");
    }

    int port() {
        return port;
    }

    String username() {
        return server.username();
    }

    String password() {
        return server.password();
    }

    /**
     * A connection that no fault of the way hits.
     *
     * @throws SQLException also while another state stands in the place of the service's own
     */
    public Connection connect(String service) throws SQLException {
        if (displaced.contains(service)) {
            throw new SQLException("the database of %s is being restored".formatted(service));
        }
        return DriverManager.getConnection(
                server.jdbcUrl(service)
                        + "?connectTimeout=%d&socketTimeout=%d".formatted(CONNECT_SECONDS, ANSWER_SECONDS),
                server.username(),
                server.password());
    }

    /** A copy of a database under another name. Whoever uses it is thrown out. Nothing happens if there is one. */
    public void copy(String from, String to) throws SQLException {
        if (!exists(to)) {
            throwOut(from);
            execute("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(to, from));
        }
    }

    /** From now on another state stands in its place: nobody shall look at it. */
    public void displace(String service) {
        displaced.add(service);
    }

    /** Its own state is back. */
    public void isItselfAgain(String service) {
        displaced.remove(service);
    }

    /** Gives a database another name. Whoever uses it is thrown out. Nothing happens if it has been done. */
    public void rename(String from, String to) throws SQLException {
        if (exists(from) && !exists(to)) {
            throwOut(from);
            execute("ALTER DATABASE %s RENAME TO %s".formatted(from, to));
        }
    }

    public void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    }

    private boolean exists(String name) throws SQLException {
        try (Connection connection = connect(SERVER);
                PreparedStatement select = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            select.setString(1, name);
            return select.executeQuery().next();
        }
    }

    private void throwOut(String name) throws SQLException {
        try (Connection connection = connect(SERVER);
                PreparedStatement end = connection.prepareStatement(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")) {
            end.setString(1, name);
            end.executeQuery();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = connect(SERVER);
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    /** SIGKILL, and a start. */
    public void crash() {
        server.kill();
        server.start();
    }

    public boolean canLosePower() {
        return disk.canLosePower();
    }

    /** What was not synced is gone. Where the disk cannot do that, it is a crash. */
    public void losePower() {
        if (!disk.canLosePower()) {
            crash();
            return;
        }
        Path pidFile = data().resolve("postmaster.pid");
        Signals.pause(Signals.family(pidFile)[0]);
        Signals.pause(Signals.family(pidFile));
        disk.remember();
        server.kill();
        disk.goOn();
        server.start();
    }

    @Override
    public void close() {
        try (disk) {
            server.close();
        }
    }
}
