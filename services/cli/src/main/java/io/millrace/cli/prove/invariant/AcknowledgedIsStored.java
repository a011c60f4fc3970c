package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.load.Acknowledged;
import java.util.List;

/** Each confirmed change is in its stream, as the very version that was confirmed. */
final class AcknowledgedIsStored implements Invariant {

    @Override
    public Verdict check(Evidence evidence) {
        List<String> lost = evidence.ledger().acknowledged().stream()
                .filter(change -> !stored(change, evidence.history()))
                .map(AcknowledgedIsStored::sentence)
                .toList();
        return Verdict.of(
                "Each acknowledged change is in its stream, exactly once",
                "%,d acknowledged".formatted(evidence.ledger().count()),
                lost);
    }

    private static String sentence(Acknowledged change) {
        return change.version() == Acknowledged.SOME
                ? "%s of %s was confirmed and is not in its stream once".formatted(change.event(), change.id())
                : "%s of %s, version %d, was confirmed and is not in its stream"
                        .formatted(change.event(), change.id(), change.version());
    }

    private static boolean stored(Acknowledged change, History history) {
        String key = change.event().substring(0, change.event().lastIndexOf('.')) + "." + change.id();
        return change.version() == Acknowledged.SOME
                ? history.times(key, change.event()) == 1
                : history.typeAt(key, change.version()).equals(change.event());
    }
}
