package io.millrace.cli.prove.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a table must hold: rows by their key, as text.
 *
 * @param service whose database it is in
 * @param name as in SQL
 * @param select the key and the columns, the key first
 */
record Table(String service, String name, String select, Map<String, String> rows) {

    Table(String service, String name, String select) {
        this(service, name, select, new HashMap<>());
    }

    /** Null for what SQL calls NULL. */
    static String row(Object... columns) {
        StringJoiner row = new StringJoiner(" | ");
        for (Object column : columns) {
            row.add(String.valueOf(column));
        }
        return row.toString();
    }
}
