package io.millrace.cli.prove.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what one fault does. */
final class Tally {

    private final Fault fault;
    private final List<String> unrecovered = new ArrayList<>();
    private int times;
    private Duration longest = Duration.ZERO;

    Tally(Fault fault) {
        this.fault = fault;
    }

    synchronized void recovered(Duration took) {
        times++;
        longest = longest.compareTo(took) < 0 ? took : longest;
    }

    synchronized void failed(Duration after, String why) {
        recovered(after);
        unrecovered.add(why);
    }

    /** @param note what there is to say about it */
    synchronized Struck result(String note) {
        return new Struck(fault.name(), times, longest, unrecovered, note);
    }
}
