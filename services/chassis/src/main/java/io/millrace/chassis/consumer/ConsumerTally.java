package io.millrace.chassis.consumer;

import java.util.concurrent.atomic.LongAdder;

/** What one consumer has handled in this instance since it started. Only grows; may be read by any thread. */
public final class ConsumerTally {

    private final LongAdder events = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    ConsumerTally() {}

    void handled(Batch batch, long tookNanos) {
        events.add(batch.events().size());
        batches.increment();
        nanos.add(tookNanos);
    }

    /** Events whose effects are committed, or that were parked. */
    public long events() {
        return events.sum();
    }

    /** Batches of them: a transaction each, where nothing failed. */
    public long batches() {
        return batches.sum();
    }

    /** How long these took from the first handler to the end of the transaction, one added to the other. */
    public long nanos() {
        return nanos.sum();
    }
}
