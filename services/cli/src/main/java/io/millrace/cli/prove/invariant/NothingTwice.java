package io.millrace.cli.prove.invariant;

/** No event stands in a stream twice, neither by its id nor by aggregate and version. */
final class NothingTwice implements Invariant {

    @Override
    public Verdict check(Evidence evidence) {
        return Verdict.of(
                "Nothing is in a stream twice",
                "%,d events".formatted(evidence.history().count()),
                evidence.history().doubled());
    }
}
