package io.millrace.chassis.source;

import java.time.Duration;
import java.util.List;

/** An open stream. Used by one thread at a time, but for what says otherwise. */
public interface Subscription extends AutoCloseable {

    /**
     * The next messages, in the stream's order, without a gap and none twice. Waits until there is one, then takes what
     * has already arrived.
     *
     * @param max how many at most; fewer where they are large
     * @param wait how long for the first; the list is empty when none came
     * @throws SourceLostException if messages may have been missed: open again at the position
     */
    List<SourceMessage> next(int max, Duration wait);

    /**
     * How many messages of the stream come behind the last one that was returned, whether they have arrived or not. Asks.
     *
     * @throws SourceUnavailableException if the transport cannot be reached now
     */
    long behind();

    /** How many messages have arrived behind this one. Asks nobody, and may be called while another thread reads. */
    long arrivedBehind(SourceMessage message);

    /**
     * Tells the transport that everything up to this message is done, so that it sends more and its tools show it. Where
     * reading goes on after a restart does not depend on it.
     */
    void acknowledge(SourceMessage message);

    @Override
    void close();
}
