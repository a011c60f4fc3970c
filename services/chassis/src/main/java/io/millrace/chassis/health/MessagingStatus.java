package io.millrace.chassis.health;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * What the messaging of one instance is doing, as {@code GET /messaging} answers.
 *
 * @param nats {@code connected} or {@code disconnected}
 * @param wrong what somebody should look at, a sentence each; empty if events flow as they should
 */
@Serdeable
record MessagingStatus(
        String service,
        String instance,
        String nats,
        OutboxStatus outbox,
        List<ConsumerStatus> consumers,
        List<String> wrong) {

    /**
     * @param backlog events not yet in the stream, or null while the database cannot be asked
     * @param leader whether this instance publishes
     * @param lastProgress when something was last stored in the stream by this instance
     * @param mode {@code atomic} or {@code linked}, or null where this instance does not publish
     */
    @Serdeable
    record OutboxStatus(
            @Nullable Long backlog,
            boolean leader,
            @Nullable Instant lastProgress,
            @Nullable String mode,
            String state) {}

    /**
     * @param position the last handled sequence of the stream
     * @param lag events of the stream that are not handled yet, at least, or null if not known
     * @param owner whether this instance handles them
     * @param parked events that wait behind a failure, to be tried again, or dead; up to 100,000, or null while the database
     *     cannot be asked
     * @param dead the dead letters among them, counted the same way
     * @param paused whether somebody paused it, or null while the database cannot be asked
     */
    @Serdeable
    record ConsumerStatus(
            String name,
            String stream,
            long position,
            @Nullable Long lag,
            boolean owner,
            @Nullable Instant lastProgress,
            String state,
            @Nullable Long parked,
            @Nullable Long dead,
            @Nullable Boolean paused) {}
}
