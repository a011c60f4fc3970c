package io.millrace.cli.importing.csv;

import java.util.List;

/** One record of the file. */
public sealed interface RetailLine {

    /** The line it starts at; the header is line 1. */
    long number();

    RetailHeader header();

    /** All fields, as they stand there, in the header's order. */
    List<String> fields();

    /** What is in a column, without blanks around it; empty where the record does not reach. */
    default String field(Column column) {
        return header().field(fields(), column).strip();
    }

    /** A record with a field for each column of the header. */
    record Whole(long number, RetailHeader header, List<String> fields) implements RetailLine {
        public Whole {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A record that cannot be read.
     *
     * @param reason what is wrong with it, for people
     */
    record Broken(long number, RetailHeader header, List<String> fields, String reason) implements RetailLine {
        public Broken {
            fields = List.copyOf(fields);
        }
    }
}
