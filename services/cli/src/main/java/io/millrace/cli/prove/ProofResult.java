package io.millrace.cli.prove;

import io.millrace.cli.prove.fault.Struck;
import io.millrace.cli.prove.invariant.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * What a run has shown.
 *
 * @param acknowledged changes that were confirmed
 * @param settled whether everything arrived everywhere in time
 */
public record ProofResult(
        long seed, Duration length, long acknowledged, boolean settled, List<Struck> faults, List<Verdict> verdicts) {

    /** Every fault was overcome, and everything holds that must hold. */
    public boolean holds() {
        return settled
                && faults.stream().allMatch(fault -> fault.unrecovered().isEmpty())
                && verdicts.stream().allMatch(Verdict::holds);
    }
}
