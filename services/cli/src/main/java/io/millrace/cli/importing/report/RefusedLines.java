package io.millrace.cli.importing.report;

import io.millrace.cli.importing.plan.Reason;
import io.millrace.cli.importing.plan.RefusedLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts refused lines by reason, and remembers the first of those that should not have been there. */
public final class RefusedLines {

    private static final int EXAMPLES = 10;

    private final RefusedFile file;
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    private final List<String> examples = new ArrayList<>();

    /** @param file gets each of them */
    public RefusedLines(RefusedFile file) {
        this.file = file;
    }

    public synchronized void add(RefusedLine refused) {
        file.add(refused);
        counts.merge(refused.reason(), 1L, Long::sum);
        if (!refused.reason().byRule() && examples.size() < EXAMPLES) {
            examples.add("line %d: %s".formatted(refused.line().number(), refused.text()));
        }
    }

    public synchronized Map<Reason, Long> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many were refused though they should have been accepted. */
    public synchronized long unexpected() {
        return counts.entrySet().stream()
                .filter(entry -> !entry.getKey().byRule())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The first of the unexpected ones, with their line numbers. */
    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
