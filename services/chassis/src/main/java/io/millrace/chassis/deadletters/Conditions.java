package io.millrace.chassis.deadletters;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Conditions of a statement with the values of their parameters: only what is asked for stands in the SQL. */
final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param text SQL of this program, never of a caller */
    Conditions and(String text, Object... parameters) {
        texts.add(text);
        values.addAll(List.of(parameters));
        return this;
    }

    String sql() {
        return String.join(" AND ", texts);
    }

    /**
     * Sets the parameters.
     *
     * @param first the index of the first one
     * @return the index behind the last one
     */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        return index;
    }
}
