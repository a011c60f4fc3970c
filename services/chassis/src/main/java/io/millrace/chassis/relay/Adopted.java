package io.millrace.chassis.relay;

/** What came of a wish to take over what the stream holds. */
public sealed interface Adopted {

    /**
     * The database counts as the writer of all that its stream holds, unless it was a dry run.
     *
     * @param knownUpTo the last sequence of which the database knew
     * @param streamEndsAt the last sequence of the stream, known from now on
     * @param unknown events of this service that the stream holds and the database has never sent
     * @param foreign messages among them that are no events of this service
     * @param dropped events that waited in the outbox and were in the stream already; zero in a dry run
     */
    record TakenOver(boolean dryRun, long knownUpTo, long streamEndsAt, int unknown, int foreign, int dropped)
            implements Adopted {}

    /** The database knows the end of its stream. */
    record NothingUnknown(long streamEndsAt) implements Adopted {}

    /** It is the stream that lacks events: they are to be published again instead. */
    record StreamIsBehind(long knownUpTo, long streamEndsAt) implements Adopted {}

    /** Another instance leads the relay, and only that one can do it. */
    record NotLeading() implements Adopted {}

    /** Nothing that was sent is kept, so nothing is held against the stream. */
    record NothingKept() implements Adopted {}

    /** NATS cannot be asked what the stream holds. */
    record BrokerAway(String reason) implements Adopted {}
}
