package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a time of RFC 3339. */
final class Since {

    private static final int LAST_YEAR = 9999;

    private Since() {}

    /** @throws ProblemException 400 if it is none */
    static @Nullable Instant read(@Nullable String text) {
        try {
            return text == null ? null : parse(text);
        } catch (DateTimeException _) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The time cannot be read.")
                    .blaming("since", "must be a time as RFC 3339 writes it, for example 2026-01-31T08:00:00Z"));
        }
    }

    private static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("not a year of four digits");
        }
        return time.toInstant();
    }
}
