package io.millrace.chassis.source;

import java.time.Instant;
import java.util.Optional;

/**
 * A stream of events as the event loop sees it. How the messages travel is the transport's own business.
 *
 * <p>What every transport must hold is written down as tests: {@code EventSourceConformance} in the testkit.
 */
public interface EventSource {

    /**
     * Opens the stream for one owner of a durable consumer. Whoever held the same consumer before receives nothing more.
     *
     * @param consumer the durable's name, which shows up in tools
     * @param epoch rises with each new owner
     * @param position the sequence last handled; the first message to come is the next one that exists, 0 for all
     * @throws SourceUnavailableException if the transport cannot be reached now
     */
    Subscription open(String consumer, long epoch, long position);

    /**
     * Where the stream begins and ends.
     *
     * @throws StreamMissingException if nobody has made it yet
     * @throws SourceUnavailableException if the transport cannot be reached now
     */
    StreamState state();

    /**
     * The id of the event at a sequence, its {@code ce-id} or else its {@code Nats-Msg-Id}; empty if there is no such message (any more).
     *
     * @throws SourceUnavailableException if the transport cannot be reached now
     */
    Optional<String> eventId(long sequence);

    /**
     * The first message behind a position that is still there; empty if there is none.
     *
     * @throws SourceUnavailableException if the transport cannot be reached now
     */
    Optional<Next> next(long position);

    /**
     * A message that comes next.
     *
     * @param storedAt when the stream took it
     */
    record Next(long sequence, Instant storedAt) {}
}
