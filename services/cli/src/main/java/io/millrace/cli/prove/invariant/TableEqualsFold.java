package io.millrace.cli.prove.invariant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table holds, row by row, what the streams say. */
record TableEqualsFold(Table expected) implements Invariant {

    private static final int FETCHED_AT_ONCE = 1000;

    @Override
    public Verdict check(Evidence evidence) throws SQLException {
        List<String> differences = new ArrayList<>();
        Map<String, String> missing = new HashMap<>(expected.rows());
        long rows = 0;
        try (Connection connection = evidence.databases().connect(expected.service())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                ResultSet row = statement.executeQuery(expected.select());
                while (row.next()) {
                    String key = row.getString(1);
                    if (!key.startsWith(StoredEvent.POISON)) {
                        rows++;
                        compare(key, columns(row), missing, differences);
                    }
                }
            }
        }
        missing.forEach((key, wanted) -> differences.add("%s is missing, it should be %s".formatted(key, wanted)));
        return Verdict.of(
                "%s of %s equals the streams".formatted(expected.name(), expected.service()),
                "%,d rows".formatted(rows),
                differences);
    }

    private static void compare(String key, String found, Map<String, String> missing, List<String> differences) {
        String wanted = missing.remove(key);
        if (!found.equals(wanted)) {
            differences.add("%s is %s, it should be %s".formatted(key, found, wanted));
        }
    }

    private static String columns(ResultSet row) throws SQLException {
        Object[] columns = new Object[row.getMetaData().getColumnCount() - 1];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = row.getString(column + 2);
        }
        return Table.row(columns);
    }
}
