package io.millrace.cli.prove;

import io.millrace.cli.prove.fault.Fault;
import io.millrace.cli.prove.stage.ProofStage;
import java.time.Duration;
import java.util.List;

/**
 * One part of a run.
 *
 * @param kind of the shop
 * @param length how long faults strike
 * @param atLeast how often each strikes, however long that takes
 * @param lanes faults that strike one after the other; lanes go on side by side
 */
public record Act(ProofStage.Kind kind, Duration length, int atLeast, List<List<Fault>> lanes) {

    public Act {
        lanes = lanes.stream().map(List::copyOf).toList();
    }
}
