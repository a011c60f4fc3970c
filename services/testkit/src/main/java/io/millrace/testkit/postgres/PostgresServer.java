package io.millrace.testkit.postgres;

import java.nio.file.Path;

/**
 * A PostgreSQL server with as many databases as one likes.
 *
 * <p>An embedded one is a process of its own. A temporary one is stopped when this JVM ends at the latest, a persistent
 * one by whoever started it. One that an earlier run left over in the same data directory is stopped before the new one
 * starts.
 */
public sealed interface PostgresServer extends AutoCloseable permits EmbeddedServer, ExternalServer {

    /** A JDBC URL of a server from outside, for tests: {@code jdbc:postgresql://host:5432/postgres?user=…&password=…}. */
    String TEST_URL = "MILLRACE_TEST_JDBC_URL";

    /** The server of {@value #TEST_URL} if that is set, otherwise a temporary one. */
    static PostgresServer forTests() {
        String url = System.getenv(TEST_URL);
        return url == null || url.isBlank() ? temporary() : external(url);
    }

    /** An embedded server on a free port, whose data is gone when it closes. Fast, and not safe against power cuts. */
    static PostgresServer temporary() {
        return EmbeddedServer.temporary();
    }

    /**
     * An embedded server whose data stays. Commits are as durable as PostgreSQL makes them by default.
     *
     * @param data the data directory, made if missing
     * @param port 0 for a free one
     * @param log what the server says is appended here
     * @throws io.millrace.testkit.process.PortInUseException if the port is in use
     */
    static PostgresServer persistent(Path data, int port, Path log) {
        return EmbeddedServer.persistent(data, port, log);
    }

    /** A server that somebody else runs; the user in the URL must be allowed to create databases. */
    static PostgresServer external(String jdbcUrl) {
        return new ExternalServer(jdbcUrl);
    }

    /** Where to find a database of this server, without user and password. The database need not exist yet. */
    String jdbcUrl(String database);

    String username();

    String password();

    /** Creates the database if it does not exist. */
    default void createDatabase(String name) {
        new Databases(this).create(name);
    }

    /** Drops the database if it exists, whoever is connected to it. */
    default void dropDatabase(String name) {
        new Databases(this).drop(name);
    }

    /** Starts again on the same port and data after {@link #stop} or {@link #kill}. Nothing happens if it runs. */
    void start();

    /** Ends all connections and stops in order. Nothing happens if it does not run. */
    void stop();

    /** Ends the server and all its processes with SIGKILL, as a crash would. */
    void kill();

    @Override
    void close();
}
