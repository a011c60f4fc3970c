package io.millrace.cli.prove.invariant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that must hold. */
public final class Invariants {

    private Invariants() {}

    /** Where evidence comes from: streams that may be gone, a provider that may be away. */
    @FunctionalInterface
    public interface Gathering {
        Evidence gather() throws IOException, InterruptedException;
    }

    /** Looks at each of them. What cannot be looked at does not hold. */
    public static List<Verdict> check(Gathering gathering) throws InterruptedException {
        try {
            return check(gathering.gather());
        } catch (IOException unreadable) {
            return List.of(Verdict.of(
                    "The streams and the provider can be read",
                    "nothing else was looked at",
                    List.of(unreadable.getMessage())));
        }
    }

    private static List<Verdict> check(Evidence evidence) {
        List<Verdict> verdicts = new ArrayList<>();
        all(evidence).forEach(invariant -> verdicts.add(verdict(invariant, evidence)));
        return verdicts;
    }

    private static Stream<Invariant> all(Evidence evidence) {
        Stream<Invariant> tables = evidence.folds().tables().stream().map(TableEqualsFold::new);
        Stream<Invariant> streams =
                Stream.of(new AcknowledgedIsStored(), new NothingTwice(), new NoGaps(), new NoHoles());
        Stream<Invariant> business = Stream.of(
                new EachReactionOnce(),
                new SagasAreOver(),
                new StockAddsUp(),
                new RestocksCountOnce(),
                new MoneyAddsUp());
        Stream<Invariant> others = Stream.of(new EverythingArrived(), new AnswersAgree());
        return Stream.of(streams, tables, business, others).flatMap(some -> some);
    }

    private static Verdict verdict(Invariant invariant, Evidence evidence) {
        try {
            return invariant.check(evidence);
        } catch (Exception e) {
            return Verdict.of(invariant.getClass().getSimpleName(), "could not be looked at", List.of(e.toString()));
        }
    }
}
