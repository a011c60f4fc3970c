package io.millrace.chassis.consumer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A consumer as the database knows it, whichever instance handles it.
 *
 * @param owner the instance that handles it, empty if none does
 * @param reactedTo up to here reactions have happened
 * @param tables that can be rebuilt
 */
public record ConsumerReport(
        String name,
        String stream,
        long position,
        long reactedTo,
        boolean paused,
        Optional<String> owner,
        Optional<Instant> updatedAt,
        long parked,
        long dead,
        List<String> tables,
        Optional<RebuildReport> rebuild) {

    /**
     * The last rebuild of a consumer.
     *
     * @param state {@code REQUESTED}, {@code RUNNING}, {@code DONE}, {@code FAILED} or {@code CANCELLED}
     * @param position the shadow tables hold what the events up to here say
     */
    public record RebuildReport(
            String state,
            long position,
            String requestedBy,
            Instant requestedAt,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<String> error) {}
}
