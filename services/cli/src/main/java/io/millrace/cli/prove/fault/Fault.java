package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.stage.ProofStage;
import java.util.random.RandomGenerator;

/** Something that goes wrong while people work. */
public interface Fault {

    /** As the table names it. */
    String name();

    /**
     * Does the harm and ends its cause. What it takes to be well again is for others to see to.
     *
     * @return how to see that all is well again
     */
    Recovery strike(ProofStage stage, RandomGenerator random) throws Exception;

    /** Whether it is over within seconds. */
    default boolean isQuick() {
        return true;
    }

    /** What it asks of faults that strike at the same time. */
    default Claim claim() {
        return Claim.NOTHING;
    }

    /** What differs from the real thing on this machine, and whom it has hit, as far as there is anything to say. */
    default String note(ProofStage stage) {
        return "";
    }
}
