package io.millrace.cli.prove.invariant;

/** The versions of each aggregate run 1, 2, 3 in the order of the stream. */
final class NoGaps implements Invariant {

    @Override
    public Verdict check(Evidence evidence) {
        return Verdict.of(
                "Each aggregate's events run 1, 2, 3 … in order",
                "%,d aggregates".formatted(evidence.history().aggregates()),
                evidence.history().outOfOrder());
    }
}
