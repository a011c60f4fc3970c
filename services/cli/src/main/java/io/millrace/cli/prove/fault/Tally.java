package io.millrace.cli.prove.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what one fault does. */
final class Tally {

    private final Fault fault;
    private final String note;
    private final List<String> unrecovered = new ArrayList<>();
    private int times;
    private Duration longest = Duration.ZERO;

    Tally(Fault fault, String note) {
        this.fault = fault;
        this.note = note;
    }

    synchronized void recovered(Duration took) {
        times++;
        longest = longest.compareTo(took) < 0 ? took : longest;
    }

    synchronized void failed(Duration after, String why) {
        recovered(after);
        unrecovered.add(why);
    }

    synchronized Struck result() {
        return new Struck(fault.name(), times, longest, unrecovered, note);
    }
}
