package io.millrace.cli.prove;

import io.millrace.cli.prove.fault.Struck;
import io.millrace.cli.prove.invariant.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run has shown.
 *
 * @param length how long callers worked
 * @param acknowledged changes that were confirmed
 * @param settled whether everything arrived everywhere in time
 */
public record ProofResult(
        long seed, Duration length, long acknowledged, boolean settled, List<Struck> faults, List<Verdict> verdicts) {

    /** Before anything was done. */
    static ProofResult nothing(ProofPlan plan) {
        return new ProofResult(plan.seed(), Duration.ZERO, 0, true, List.of(), List.of());
    }

    /** Both together. */
    ProofResult and(ProofResult next) {
        return new ProofResult(
                seed,
                length.plus(next.length),
                acknowledged + next.acknowledged,
                settled && next.settled,
                Stream.concat(faults.stream(), next.faults.stream()).toList(),
                Verdict.both(verdicts, next.verdicts));
    }

    /** Every fault was overcome, and everything holds that must hold. */
    public boolean holds() {
        return settled
                && faults.stream().allMatch(fault -> fault.unrecovered().isEmpty())
                && verdicts.stream().allMatch(Verdict::holds);
    }
}
