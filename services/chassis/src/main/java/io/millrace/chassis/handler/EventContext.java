package io.millrace.chassis.handler;

import io.millrace.chassis.outbox.Cause;
import io.millrace.contracts.Envelope;

/**
 * What is known about a received event beside its body.
 *
 * @param envelope its CloudEvents attributes
 * @param consumer the durable consumer it came through
 * @param position its sequence in the stream
 */
public record EventContext(Envelope envelope, String consumer, long position) {

    /** The event as the cause of what its handler emits. */
    public Cause asCause() {
        return Cause.of(envelope);
    }
}
