package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Which parked events are meant. What is null leaves all in.
 *
 * @param consumer the durable's name
 * @param type for example {@code orders.order.placed}
 * @param aggregate an aggregate's id, or its name and id as in {@code order.536365}; for a subject of another shape than
 *     Millrace's, the whole subject
 * @param since failed at that time or later
 * @param error a part of the reason, whatever the case of its letters
 * @param positions sequences in the stream; only together with a consumer
 */
record LetterFilter(
        @Nullable String consumer,
        @Nullable String type,
        @Nullable String aggregate,
        @Nullable Instant since,
        @Nullable String error,
        @Nullable List<Long> positions) {

    /** What text must be that is given, as a regular expression for annotations. */
    static final String NOT_BLANK = "(?s).*\\S.*";

    /** What to tell who breaks the rule. */
    static final String BLANK = "must not be blank";

    LetterFilter {
        positions = positions == null ? null : List.copyOf(positions);
    }

    /** Whether it leaves everything in. */
    boolean isEmpty() {
        return consumer == null
                && type == null
                && aggregate == null
                && since == null
                && error == null
                && positions == null;
    }

    /** What a row {@code p} of {@code messaging.parked_event} in that state must fulfil. */
    Conditions conditions(ParkedState state) {
        // The state is written out, not a parameter: only so does the index of dead letters serve.
        Conditions conditions = new Conditions().and("p.state = '" + state + "'");
        if (consumer != null) {
            conditions.and("p.consumer = ?", consumer);
        }
        if (type != null) {
            conditions.and("p.type = ?", type);
        }
        if (aggregate != null) {
            conditions.and("(p.key = ? OR p.key = split_part(p.subject, '.', 3) || '.' || ?)", aggregate, aggregate);
        }
        if (since != null) {
            conditions.and("p.last_failure >= ?", since.atOffset(ZoneOffset.UTC));
        }
        if (error != null) {
            conditions.and("strpos(lower(p.reason), lower(?)) > 0", error);
        }
        if (positions != null) {
            conditions.and("p.position = ANY (?)", (Object) positions.toArray(Long[]::new));
        }
        return conditions;
    }
}
