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

    /** What was sent before a doubt, or by a leader before this one. */
    void foundStored(int rows) {
        events.add(rows);
    }

    void looked() {
        looks.increment();
    }

    /** Events that were found stored and have left the outbox, whoever sent them. */
    public long events() {
        return events.sum();
    }

    /** Batches that were acknowledged. */
    public long batches() {
        return batches.sum();
    }

    /** How long all these batches were on their way, one added to the other. */
    public long nanos() {
        return nanos.sum();
    }

    /** How often it has looked at the end of its stream and gone on from there: when it began to lead, and after each doubt. */
    public long looks() {
        return looks.sum();
    }
}
