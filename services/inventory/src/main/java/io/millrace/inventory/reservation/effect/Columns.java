package io.millrace.inventory.reservation.effect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Rows as arrays, one for each column, for {@code unnest} and {@code = ANY}. */
record Columns<T>(PreparedStatement statement, Collection<T> rows) {

    static void texts(PreparedStatement statement, int index, Collection<String> values) throws SQLException {
        new Columns<>(statement, values).set(index, "text", Function.identity());
    }

    Columns<T> set(int index, String type, Function<? super T, ?> column) throws SQLException {
        Connection connection = statement.getConnection();
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(index, connection.createArrayOf(type, values));
        return this;
    }
}
