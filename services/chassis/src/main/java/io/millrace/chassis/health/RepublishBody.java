package io.millrace.chassis.health;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.chassis.relay.RepublishRange;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * What shall be published again.
 *
 * @param dryRun only say what would be done
 * @param afterEvent begin behind the event of this id
 * @param since begin with what was sent at this time, RFC 3339
 */
@Serdeable
record RepublishBody(
        @Nullable Boolean dryRun,
        @Nullable String afterEvent,
        @Nullable String since) {

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    RepublishRange range() {
        if (afterEvent != null && since != null) {
            throw refused("afterEvent", "cannot be given together with since");
        }
        if (afterEvent != null) {
            return new RepublishRange.AfterEvent(afterEvent);
        }
        return since == null ? new RepublishRange.Everything() : new RepublishRange.Since(time().toInstant());
    }

    private OffsetDateTime time() {
        try {
            return OffsetDateTime.parse(since);
        } catch (DateTimeException e) {
            throw refused("since", "must be a time with its offset, such as 2026-05-01T09:30:00Z");
        }
    }

    private static ProblemException refused(String field, String reason) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The request does not say what it must.")
                .blaming(field, reason));
    }
}
