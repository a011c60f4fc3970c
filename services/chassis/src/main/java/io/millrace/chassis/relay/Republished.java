package io.millrace.chassis.relay;

import io.millrace.chassis.outbox.StoredEvent;

/** What came of a wish to publish lost events again. */
public sealed interface Republished {

    /**
     * The stream lacks these. They are in the outbox again, in front of all that waits there, unless it was a dry run.
     *
     * @param streamEndsAt the last sequence of the stream
     * @param count how many events
     * @param first where it was stored before, or null if there is none
     * @param last where it was stored before, or null if there is none
     * @param givenUp lost events that the range leaves out, and that nobody remembers from now on
     */
    record PutBack(boolean dryRun, long streamEndsAt, long count, StoredEvent first, StoredEvent last, long givenUp)
            implements Republished {}

    /** Another instance leads the relay, and only that one can do it. */
    record NotLeading() implements Republished {}

    /** Nothing that was sent is kept. */
    record NothingKept() implements Republished {}

    /** NATS cannot be asked what the stream holds. */
    record BrokerAway(String reason) implements Republished {}

    /** The stream is no earlier state of the one that was published to: it holds another event where this one was. */
    record AnotherStream(StoredEvent known) implements Republished {}

    /**
     * Some of what the stream lacks is not kept any more, or has never been an event of this service.
     *
     * @param missing how many
     * @param firstAt where the first of them stood
     */
    record KeptInPart(long missing, long firstAt) implements Republished {}

    /** The archive does not know the event that the range begins with. */
    record UnknownEvent(String eventId) implements Republished {}
}
