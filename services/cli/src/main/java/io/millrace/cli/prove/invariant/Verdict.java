package io.millrace.cli.prove.invariant;

import java.util.List;

/**
 * Whether something that must hold does.
 *
 * @param invariant what must hold
 * @param figures what was looked at
 * @param violations what contradicts it, the first ones; none if it holds
 * @param violationCount how many there are in all
 */
public record Verdict(String invariant, String figures, List<String> violations, long violationCount) {

    private static final int KEPT = 10;

    public Verdict {
        violations = List.copyOf(violations.subList(0, Math.min(KEPT, violations.size())));
    }

    static Verdict of(String invariant, String figures, List<String> violations) {
        return new Verdict(invariant, figures, violations, violations.size());
    }

    public boolean holds() {
        return violationCount == 0;
    }
}
