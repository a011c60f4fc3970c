package io.millrace.cli.prove.invariant;

import io.millrace.cli.prove.load.Ledger;
import java.util.List;

/** No answer contradicted an earlier one, and every request was answered in the end. */
final class AnswersAgree implements Invariant {

    @Override
    public Verdict check(Evidence evidence) {
        Ledger ledger = evidence.ledger();
        List<String> first = List.copyOf(ledger.surprises());
        return new Verdict(
                "No answer contradicts what was acknowledged before",
                "%,d requests sent again, %d never answered".formatted(ledger.retries(), ledger.unanswered()),
                first,
                ledger.surpriseCount());
    }
}
