package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import jakarta.inject.Singleton;

/** Carries out what somebody wants done about dead letters, if it says clearly which. */
@Singleton
class DeadLetterDesk {

    private final Changes changes;

    DeadLetterDesk(Changes changes) {
        this.changes = changes;
    }

    ChangeAnswer redrive(RedriveBody body) {
        LetterFilter filter = requireClear(body.filter());
        return Boolean.TRUE.equals(body.dryRun())
                ? changes.count(filter)
                : make(Change.redrive(body.ratePerSecond()), filter, body.limit(), body.reason());
    }

    ChangeAnswer discard(DiscardBody body) {
        LetterFilter filter = requireClear(body.filter());
        if (filter.isEmpty() && !Boolean.TRUE.equals(body.all())) {
            throw refusal(
                    "This would throw away all dead letters of the service.",
                    "all",
                    "must be true where nothing says which ones are meant");
        }
        return Boolean.TRUE.equals(body.dryRun())
                ? changes.count(filter)
                : make(new Change.Discard(), filter, body.limit(), body.reason());
    }

    private ChangeAnswer make(Change change, LetterFilter filter, @Nullable Integer limit, @Nullable String reason) {
        return changes.make(
                change, filter, ChangeLimit.of(limit), Cause.current().actor(), reason);
    }

    private static LetterFilter requireClear(LetterFilter filter) {
        if (filter.positions() != null && filter.consumer() == null) {
            throw refusal(
                    "Positions are counted for each stream anew.", "consumer", "is required where positions are given");
        }
        return filter;
    }

    private static ProblemException refusal(String detail, String field, String reason) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, detail).blaming(field, reason));
    }
}
