package io.millrace.chassis.rest;

import io.millrace.contracts.AggregateId;

/** The rule for ids in paths and bodies, for annotations. */
public final class Ids {

    public static final String PATTERN = AggregateId.PATTERN;

    /** What to tell who breaks the rule. */
    public static final String REASON = "must be 1 to 64 letters, digits, _ or -";

    private Ids() {}
}
