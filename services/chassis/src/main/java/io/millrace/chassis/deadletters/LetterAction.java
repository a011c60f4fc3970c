package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What somebody did about a dead letter.
 *
 * @param id rises with time
 * @param actor who
 * @param action {@code REDRIVE} or {@code DISCARD}
 * @param reason what was given as the reason for it, or null
 */
@Serdeable
record LetterAction(
        long id,
        Instant at,
        String actor,
        String action,
        String consumer,
        long position,
        @Nullable String eventId,
        String subject,
        @Nullable String reason) {

    static LetterAction of(ResultSet row) throws SQLException {
        return new LetterAction(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("consumer"),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("subject"),
                row.getString("reason"));
    }
}
