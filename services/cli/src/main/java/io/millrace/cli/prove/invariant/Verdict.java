package io.millrace.cli.prove.invariant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** What two shops have shown, invariant by invariant. */
    public static List<Verdict> both(List<Verdict> first, List<Verdict> second) {
        Map<String, Verdict> all = new LinkedHashMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(verdict -> all.merge(verdict.invariant, verdict, Verdict::and));
        return List.copyOf(all.values());
    }

    private Verdict and(Verdict next) {
        return new Verdict(
                invariant,
                figures + "; " + next.figures,
                Stream.concat(violations.stream(), next.violations.stream()).toList(),
                violationCount + next.violationCount);
    }

    public boolean holds() {
        return violationCount == 0;
    }
}
