package io.millrace.cli.prove;

import io.millrace.cli.prove.fault.Fault;
import java.time.Duration;
import java.util.List;

/**
 * What a run does.
 *
 * @param length how long faults strike
 * @param seed decides what happens when; two runs of the same seed differ by what the machine adds
 * @param callers how many requests are on their way at once
 * @param lanes faults that strike one after the other; lanes go on side by side
 */
public record ProofPlan(Duration length, long seed, int callers, List<List<Fault>> lanes) {

    public ProofPlan {
        lanes = lanes.stream().map(List::copyOf).toList();
    }
}
