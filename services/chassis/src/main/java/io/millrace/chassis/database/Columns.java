package io.millrace.chassis.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows as arrays, one for each column, for {@code unnest} and {@code = ANY}: one statement, however many rows there are.
 *
 * @param statement whose parameters become the arrays
 */
public record Columns<T>(PreparedStatement statement, Collection<T> rows) {

    /** One array of texts. */
    public static void texts(PreparedStatement statement, int index, Collection<String> values) throws SQLException {
        new Columns<>(statement, values).set(index, "text", Function.identity());
    }

    /**
     * One column.
     *
     * @param index of the parameter, from 1 on
     * @param type of the elements, as PostgreSQL calls it
     * @param column may give null
     */
    public Columns<T> set(int index, String type, Function<? super T, ?> column) throws SQLException {
        Connection connection = statement.getConnection();
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(index, connection.createArrayOf(type, values));
        return this;
    }

    /** One column of {@code bigint}, without an object for each number. */
    public Columns<T> longs(int index, ToLongFunction<? super T> column) throws SQLException {
        statement.setObject(index, rows.stream().mapToLong(column).toArray());
        return this;
    }

    /** One column of {@code bytea}: the driver takes no bytes among objects. */
    public Columns<T> bytes(int index, Function<? super T, byte[]> column) throws SQLException {
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("bytea", values));
        return this;
    }
}
