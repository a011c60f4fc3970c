package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;

/** How many dead letters one request changes. */
final class ChangeLimit {

    /** A transaction of this size takes a few seconds. */
    static final int MOST = 100_000;

    private ChangeLimit() {}

    static int of(@Nullable Integer limit) {
        return limit == null ? MOST : limit;
    }
}
