package io.millrace.chassis.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import io.millrace.contracts.AggregateId;

/** The rule for ids in paths and bodies, for annotations; and new ones. */
public final class Ids {

    public static final String PATTERN = AggregateId.PATTERN;

    /** What to tell who breaks the rule. */
    public static final String REASON = "must be 1 to 64 letters, digits, _ or -";

    private Ids() {}

    /** A new id: a UUIDv7, which rises with time. */
    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
