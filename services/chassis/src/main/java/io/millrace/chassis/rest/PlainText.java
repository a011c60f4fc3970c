package io.millrace.chassis.rest;

/** The rule for text that people write: no control characters, which neither a database nor a label printer likes. */
public final class PlainText {

    /** The rule as a regular expression, for annotations. Half surrogates, which UTF-8 cannot say, are out as well. */
    public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]*";

    /** What to tell who breaks the rule. */
    public static final String REASON = "must not contain control characters";

    private PlainText() {}
}
