package io.millrace.cli.streams.lint;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is said in vain: mistyped, or from somewhere else. */
final class UnknownFields {

    private UnknownFields() {}

    /** @param what is declared, for people */
    static void check(Declared file, String what, Predicate<String> known, List<Finding> findings) {
        file.json()
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(known.negate())
                .forEach(field -> findings.add(new Finding(
                        file.file(),
                        "%s is no field of a %s: the server refuses the file, or passes over it."
                                .formatted(field, what))));
    }
}
