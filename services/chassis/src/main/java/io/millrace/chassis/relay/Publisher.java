package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.OutboxRow;
import java.util.List;

/**
 * One way of bringing rows of the outbox into the stream, from a known end of the stream on. Whatever is refused or lost
 * is a {@link Doubt}, and a publisher that is in doubt is thrown away.
 */
sealed interface Publisher permits LinkedPublisher, AtomicPublisher {

    /** Sends without waiting. */
    SentBatch send(List<OutboxRow> rows) throws Doubt;

    /** Where the stream ends once everything that was sent is stored. */
    long lastSequence();

    /** How many batches may be sent and not yet acknowledged. */
    int batchesInFlight();

    /** How many rows a batch may have. */
    int longestBatch();

    /** {@code linked} or {@code atomic}. */
    String mode();
}
