package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** Prints items as they come, up to a limit: a line of a table or of JSON each. */
final class Rows {

    private final PrintWriter out;
    private final long limit;
    private final String heading;
    private final Function<ObjectNode, String> line;
    private long printed;

    /** @param heading printed before the first line, empty for none */
    Rows(PrintWriter out, long limit, String heading, Function<ObjectNode, String> line) {
        this.out = out;
        this.limit = limit;
        this.heading = heading;
        this.line = line;
    }

    /** Prints a page. Returns whether more is wanted: not after the limit, and not when nobody reads any more. */
    boolean print(List<ObjectNode> items) {
        for (ObjectNode item : items) {
            if (printed == limit) {
                return false;
            }
            if (printed == 0 && !heading.isEmpty()) {
                out.println(heading);
            }
            out.println(line.apply(item));
            printed++;
        }
        return wantsMore();
    }

    boolean wantsMore() {
        return printed < limit && !out.checkError();
    }

    long printed() {
        return printed;
    }
}
