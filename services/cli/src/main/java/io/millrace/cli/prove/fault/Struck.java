package io.millrace.cli.prove.fault;

import java.time.Duration;
import java.util.List;

/**
 * What a fault did in a run.
 *
 * @param times how often it struck
 * @param longest the longest time until work went on, or until it was given up
 * @param unrecovered what went wrong when it did not come to that; empty if it always did
 */
public record Struck(String fault, int times, Duration longest, List<String> unrecovered, String note) {

    public Struck {
        unrecovered = List.copyOf(unrecovered);
    }
}
