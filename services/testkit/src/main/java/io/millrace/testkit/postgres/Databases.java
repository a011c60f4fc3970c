package io.millrace.testkit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates and drops databases, through the database {@code postgres} that every server has. */
record Databases(PostgresServer server) {

    void create(String name) {
        run(connection -> {
            if (!exists(connection, name)) {
                execute(connection, "CREATE DATABASE " + quoted(name));
            }
        });
    }

    void drop(String name) {
        run(connection -> execute(connection, "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)"));
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            select.setString(1, name);
            return select.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private void run(Work work) {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl("postgres"), server.username(), server.password())) {
            work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
