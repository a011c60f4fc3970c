package io.millrace.cli.importing.plan;

import io.millrace.cli.importing.csv.RetailLine;

/**
 * A line that becomes no part of an order.
 *
 * @param detail what exactly is wrong, empty where the reason says it all
 */
public record RefusedLine(RetailLine line, Reason reason, String detail) {

    /** Reason and detail for people. */
    public String text() {
        return detail.isEmpty() ? reason.text() : reason.text() + ": " + detail;
    }
}
