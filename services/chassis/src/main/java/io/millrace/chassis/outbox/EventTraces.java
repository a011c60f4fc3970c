package io.millrace.chassis.outbox;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.EventType;

/**
 * Spans of events. Whether there are any or not, a trace goes on: from a request to the events that it emits, and from an
 * event to those that its handler emits, by {@code traceparent} in their envelopes.
 */
public interface EventTraces {

    /** No spans: tracing is off. */
    EventTraces NONE = new EventTraces() {
        @Override
        public Cause created(EventType type, String eventId, Cause cause) {
            return cause;
        }

        @Override
        public Handled handling(Envelope event, String consumer) {
            return new Handled() {
                @Override
                public Cause cause() {
                    return Cause.of(event);
                }

                @Override
                public void failed(Throwable failure) {}

                @Override
                public void failedTogether() {}

                @Override
                public void close() {}
            };
        }
    };

    /** An event is emitted. Returns its cause with the place in the trace that whoever handles it goes on from. */
    Cause created(EventType type, String eventId, Cause cause);

    /** A handler gets an event, until that is closed. */
    Handled handling(Envelope event, String consumer);

    /** An event in the hands of its handler. */
    interface Handled extends AutoCloseable {

        /** What the handler emits is caused by it. */
        Cause cause();

        /** It failed, which nothing but the event or its handler is to blame for. */
        void failed(Throwable failure);

        /** It was handled with others, and one of them failed: they are handled again, in smaller batches. */
        void failedTogether();

        @Override
        void close();
    }
}
