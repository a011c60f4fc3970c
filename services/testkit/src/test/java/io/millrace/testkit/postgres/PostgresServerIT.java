package io.millrace.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.testkit.process.PortInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsKilledAndStartedAgain() throws SQLException {
        try (PostgresServer server = persistent(0)) {
            server.createDatabase("mill");
            execute(server, "CREATE TABLE fact (id INT)");
            server.kill();
            server.start();
            assertThat(count(server)).isZero();
        }
    }

    @Test
    void keepsItsDataForTheNextRunAndCreatesADatabaseOnlyOnce() throws SQLException {
        try (PostgresServer server = persistent(0)) {
            server.createDatabase("mill");
            execute(server, "CREATE TABLE fact (id INT)");
        }
        try (PostgresServer server = persistent(0)) {
            server.createDatabase("mill");
            assertThat(count(server)).isZero();
        }
    }

    @Test
    void replacesAServerThatAnEarlierRunLeftOver() throws SQLException, IOException {
        PostgresServer leftOver = persistent(0);
        leftOver.createDatabase("mill");
        execute(leftOver, "CREATE TABLE fact (id INT)");
        forgetThatThisJvmRunsIt();
        try (PostgresServer server = persistent(0)) {
            assertThat(count(server)).isZero();
        }
        leftOver.close();
    }

    private void forgetThatThisJvmRunsIt() throws IOException {
        Files.delete(folder.resolve("data/epg-lock"));
    }

    @Test
    void takesAServerFromOutside() throws SQLException {
        try (PostgresServer embedded = PostgresServer.temporary()) {
            PostgresServer outside =
                    PostgresServer.external(embedded.jdbcUrl("postgres") + "?user=postgres&password=x");
            outside.createDatabase("mill");
            execute(outside, "CREATE TABLE fact (id INT)");
            assertThat(count(embedded)).isZero();
            outside.dropDatabase("mill");
            assertThatThrownBy(() -> count(embedded)).hasMessageContaining("does not exist");
        }
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> persistent(taken.getLocalPort()))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
        }
    }

    private PostgresServer persistent(int port) {
        return PostgresServer.persistent(folder.resolve("data"), port, folder.resolve("log/postgres.log"));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(PostgresServer server) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM fact")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("mill"), server.username(), server.password());
    }
}
