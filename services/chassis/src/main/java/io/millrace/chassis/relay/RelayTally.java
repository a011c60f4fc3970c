package io.millrace.chassis.relay;

import java.util.concurrent.atomic.LongAdder;

/** What the relay of this instance has done since it started. Only grows; may be read by any thread. */
public final class RelayTally {

    private final LongAdder events = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder looks = new LongAdder();

    RelayTally() {}

    void stored(int rows, long tookNanos) {
        events.add(rows);
        batches.increment();
        nanos.add(tookNanos);
    }

    void looked() {
        looks.increment();
    }

    /** Events that were sent and found stored. */
    public long events() {
        return events.sum();
    }

    /** Batches of them. */
    public long batches() {
        return batches.sum();
    }

    /** How long all these batches were on their way, one added to the other. */
    public long nanos() {
        return nanos.sum();
    }

    /** How often it looked at the end of its stream before it sent anything: once when it begins to lead, and after each doubt. */
    public long looks() {
        return looks.sum();
    }
}
