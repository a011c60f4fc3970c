package io.millrace.chassis.deadletters;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * A parked event as lists show it.
 *
 * @param consumer the durable whose handler failed
 * @param stream where the event came from, or null if nothing is known of the consumer any more
 * @param position its sequence there
 * @param aggregate what keeps its order: {@code order.536365}, or the whole subject where it has another shape
 * @param attempts since it was parked or redriven last
 * @param deaths how often it became a dead letter
 * @param nextAttempt when it is tried again, or null if it is not
 * @param reason of the last failure; null for what has not failed itself
 * @param waiting how many events of the aggregate wait behind it, counted up to 10,000
 */
@Serdeable
record DeadLetter(
        String consumer,
        @Nullable String stream,
        long position,
        String subject,
        @Nullable String type,
        @Nullable String eventId,
        String aggregate,
        ParkedState state,
        int attempts,
        int deaths,
        Instant parkedAt,
        @Nullable Instant firstFailure,
        @Nullable Instant lastFailure,
        @Nullable Instant nextAttempt,
        @Nullable String reason,
        long waiting) {

    /** What {@link #of} reads, of {@code parked_event AS p} and {@code consumer AS c}. */
    static final String COLUMNS = """
            p.consumer, c.stream, p.position, p.subject, p.type, p.event_id, p.key, p.state, p.attempts, p.deaths,
            p.parked_at, p.first_failure, p.last_failure, p.due_at, p.reason,
            (
                SELECT count(*) FROM (
                    SELECT FROM messaging.parked_event AS behind
                    WHERE behind.consumer = p.consumer AND behind.key = p.key AND behind.position > p.position
                    LIMIT 10000
                ) AS waiting
            ) AS waiting""";

    static DeadLetter of(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("consumer"),
                row.getString("stream"),
                row.getLong("position"),
                row.getString("subject"),
                row.getString("type"),
                row.getString("event_id"),
                row.getString("key"),
                ParkedState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("deaths"),
                row.getTimestamp("parked_at").toInstant(),
                instant(row.getTimestamp("first_failure")),
                instant(row.getTimestamp("last_failure")),
                instant(row.getTimestamp("due_at")),
                row.getString("reason"),
                row.getLong("waiting"));
    }

    LetterKey key() {
        return new LetterKey(consumer, position);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
