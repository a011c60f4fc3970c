package io.millrace.chassis.consumer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of a projection's tables in a schema of their own. Handlers write to them without knowing: within a transaction
 * the schema comes first in the search path.
 *
 * <p>A copy has columns, defaults, checks, keys, indexes and foreign keys of its original, under the same names.
 */
@Singleton
class ShadowTables {

    /** Creates them empty. Throws what PostgreSQL says if a table is not there. */
    void create(Connection connection, ConsumerName consumer, List<String> tables) throws SQLException {
        String schema = schema(consumer);
        drop(connection, consumer);
        execute(connection, "CREATE SCHEMA " + quoted(schema));
        for (String table : tables) {
            execute(
                    connection,
                    "CREATE TABLE " + quoted(schema) + "." + quoted(table) + " (LIKE " + quoted(table)
                            + " INCLUDING ALL EXCLUDING INDEXES)");
        }
        List<String> keys = new ArrayList<>();
        List<String> references = new ArrayList<>();
        for (String table : tables) {
            keys.addAll(indexes(connection, schema, table));
            references.addAll(references(connection, schema, table));
        }
        for (String statement : keys) {
            execute(connection, statement);
        }
        use(connection, consumer);
        for (String statement : references) {
            execute(connection, statement);
        }
    }

    /** Has unqualified names mean the copies until the current transaction ends. */
    void use(Connection connection, ConsumerName consumer) {
        try (PreparedStatement statement = connection.prepareStatement("""
            SELECT set_config('search_path', ? || ', ' || current_setting('search_path'), true)
            WHERE current_schema() <> ?\
            """)) {
            statement.setString(1, quoted(schema(consumer)));
            statement.setString(2, schema(consumer));
            statement.executeQuery();
            if (!schema(consumer).equals(currentSchema(connection))) {
                throw new IllegalStateException(
                        "the shadow tables of " + consumer + " are gone: somebody dropped their schema");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the shadow tables of " + consumer + " cannot be used", e);
        }
    }

    /** Lets the planner know them before anybody asks. */
    void analyse(Connection connection, ConsumerName consumer, List<String> tables) throws SQLException {
        for (String table : tables) {
            execute(connection, "ANALYZE " + quoted(schema(consumer)) + "." + quoted(table));
        }
    }

    /** Puts the copies in the place of the originals within the current transaction. */
    void swap(Connection connection, ConsumerName consumer, List<String> tables) throws SQLException {
        execute(connection, "SET LOCAL search_path TO DEFAULT");
        String serving = currentSchema(connection);
        execute(
                connection,
                "DROP TABLE "
                        + String.join(
                                ", ", tables.stream().map(ShadowTables::quoted).toList()));
        for (String table : tables) {
            execute(
                    connection,
                    "ALTER TABLE " + quoted(schema(consumer)) + "." + quoted(table) + " SET SCHEMA " + quoted(serving));
        }
        drop(connection, consumer);
    }

    void drop(Connection connection, ConsumerName consumer) throws SQLException {
        execute(connection, "DROP SCHEMA IF EXISTS " + quoted(schema(consumer)) + " CASCADE");
    }

    static String schema(ConsumerName consumer) {
        return "rebuild_" + consumer.durable().replace('-', '_');
    }

    /** Primary keys, unique constraints and indexes of a table, as statements for its copy. */
    private static List<String> indexes(Connection connection, String schema, String table) throws SQLException {
        return strings(connection, """
                SELECT CASE WHEN c.oid IS NOT NULL
                    THEN format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', ?, t.relname, c.conname,
                        pg_get_constraintdef(c.oid))
                    ELSE replace(pg_get_indexdef(i.indexrelid), format(' ON %I.%I ', n.nspname, t.relname),
                        format(' ON %I.%I ', ?, t.relname))
                    END
                FROM pg_index AS i
                JOIN pg_class AS t ON t.oid = i.indrelid
                JOIN pg_namespace AS n ON n.oid = t.relnamespace
                LEFT JOIN pg_constraint AS c ON c.conindid = i.indexrelid AND c.conrelid = t.oid AND c.contype IN ('p', 'u', 'x')
                WHERE t.oid = ?::regclass
                ORDER BY c.contype = 'p' DESC NULLS LAST, i.indexrelid\
                """, schema, schema, quoted(table));
    }

    private static List<String> references(Connection connection, String schema, String table) throws SQLException {
        return strings(connection, """
                SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', ?, t.relname, c.conname, pg_get_constraintdef(c.oid))
                FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid
                WHERE t.oid = ?::regclass AND c.contype = 'f'
                ORDER BY c.oid\
                """, schema, quoted(table));
    }

    private static String currentSchema(Connection connection) throws SQLException {
        return strings(connection, "SELECT current_schema()").getFirst();
    }

    private static List<String> strings(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            ResultSet row = statement.executeQuery();
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
