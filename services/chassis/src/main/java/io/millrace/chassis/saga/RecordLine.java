package io.millrace.chassis.saga;

import io.micronaut.core.annotation.Nullable;

/** A line of a saga's record, as the database holds it. */
record RecordLine(
        String id,
        int number,
        String step,
        String what,
        @Nullable String eventType,
        @Nullable String eventId) {}
