package io.millrace.cli.prove;

import java.time.Duration;
import java.util.List;

/**
 * What a run does.
 *
 * @param seed decides what happens when; two runs of the same seed differ by what the machine adds
 * @param callers how many requests are on their way at once
 * @param acts one after the other, each with a shop of its own
 */
public record ProofPlan(long seed, int callers, List<Act> acts) {

    public ProofPlan {
        acts = List.copyOf(acts);
    }

    Duration length() {
        return acts.stream().map(Act::length).reduce(Duration.ZERO, Duration::plus);
    }
}
