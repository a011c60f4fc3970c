package io.millrace.chassis.outbox;

import java.util.List;

/**
 * Rows of the outbox that the stream holds, one behind the other.
 *
 * @param ids in the order of the stream
 * @param lastSequence where the last of them stands in the stream
 */
public record StoredRows(List<Long> ids, long lastSequence) {

    public static final StoredRows NONE = new StoredRows(List.of(), 0);

    public StoredRows {
        ids = List.copyOf(ids);
    }

    /** Where the first of them stands. */
    long firstSequence() {
        return lastSequence - ids.size() + 1;
    }
}
