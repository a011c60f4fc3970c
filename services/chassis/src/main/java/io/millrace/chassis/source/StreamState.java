package io.millrace.chassis.source;

/**
 * Where a stream begins and ends.
 *
 * @param firstSequence of the first message that is still there
 * @param lastSequence of the last message, 0 if there never was one
 */
public record StreamState(long firstSequence, long lastSequence) {

    /** Whether the stream begins behind what comes next, so that something may be missing between. */
    public boolean isPurgedBehind(long position) {
        return position > 0 && firstSequence > position + 1;
    }
}
