package io.millrace.contracts;

import java.util.regex.Pattern;

/** The rule for ids that become a token of a subject: {@code [A-Za-z0-9_-]{1,64}}. */
public final class AggregateId {

    /** The rule as a regular expression, for annotations. */
    public static final String PATTERN = "[A-Za-z0-9_-]{1,64}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private AggregateId() {}

    public static boolean isValid(String id) {
        return COMPILED.matcher(id).matches();
    }

    /**
     * Returns the id, so that it can stand in an expression.
     *
     * @throws IllegalArgumentException if it could not be a token of a subject
     */
    public static String require(String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException("id must match " + PATTERN + ", but is '" + id + "'");
        }
        return id;
    }
}
