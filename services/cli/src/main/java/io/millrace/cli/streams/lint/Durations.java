package io.millrace.cli.streams.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Durations are nanoseconds, as whole numbers. */
final class Durations {

    private static final long MILLISECOND = 1_000_000;

    private Durations() {}

    static void check(Declared file, Set<String> fields, List<Finding> findings) {
        for (String field : fields.stream().sorted().toList()) {
            JsonNode value = file.json().path(field);
            if (value.isArray()) {
                value.forEach(step -> check(file, field, step, findings));
            } else if (!value.isMissingNode()) {
                check(file, field, value, findings);
            }
        }
    }

    private static void check(Declared file, String field, JsonNode value, List<Finding> findings) {
        if (!value.isIntegralNumber()) {
            findings.add(new Finding(
                    file.file(), "%s is %s: write nanoseconds, as a whole number.".formatted(field, value)));
        } else if (value.asLong() > 0 && value.asLong() < MILLISECOND) {
            findings.add(new Finding(
                    file.file(), "%s is %s, which are nanoseconds: less than a millisecond.".formatted(field, value)));
        }
    }
}
