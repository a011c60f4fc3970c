package io.millrace.chassis.consumer;

import io.micronaut.core.annotation.Nullable;
import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.EventSources;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.StreamMissingException;
import io.millrace.chassis.source.StreamState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far this service, by whichever of its instances, has handled what its streams hold. A stream that nobody has made yet
 * holds nothing, and what was removed from a stream since is not waited for.
 */
@Singleton
public final class CaughtUp {

    private static final Logger LOG = LoggerFactory.getLogger(CaughtUp.class);

    private final EventLoops loops;
    private final EventSources sources;
    private final ConsumerReports reports;
    private final Clock clock;
    private Map<String, Long> ends = Map.of();
    private @Nullable Instant askedAt;
    private @Nullable Instant reachedAt;

    CaughtUp(EventLoops loops, EventSources sources, ConsumerReports reports, Clock clock) {
        this.loops = loops;
        this.sources = sources;
        this.reports = reports;
        this.clock = clock;
    }

    /** The next question is the first one again. */
    public synchronized void forget() {
        askedAt = null;
        reachedAt = null;
    }

    /**
     * Whether all is handled that the streams held when that was first asked. False also while a stream cannot be asked: it
     * may hold anything.
     */
    public synchronized boolean isReached() {
        if (reachedAt == null) {
            look();
        }
        return reachedAt != null;
    }

    /**
     * A time as late as can be told, by the clock of this service: whatever the streams held then is handled. While a consumer is
     * paused or halted, a stream cannot be asked or has lost what was handled already, it stays where it is.
     *
     * @return empty if there is none since it was {@linkplain #forget forgotten}
     */
    public synchronized Optional<Instant> asOf() {
        look();
        return Optional.ofNullable(reachedAt);
    }

    /** What was asked for is waited for; once it is reached, the streams may be asked again. */
    private void look() {
        try {
            if (askedAt == null) {
                Instant before = clock.instant();
                ends = ends();
                askedAt = before;
            }
            if (reports.all().stream().allMatch(this::isReached)) {
                reachedAt = askedAt;
                askedAt = null;
            }
        } catch (SourceUnavailableException notNow) {
            LOG.debug("it cannot be told how far the streams are handled", notNow);
        }
    }

    private boolean isReached(ConsumerReport consumer) {
        long end = ends.getOrDefault(consumer.name(), 0L);
        long position = consumer.position();
        if (position == 0 && end == 0) {
            return true;
        }
        EventSource stream = sources.of(consumer.stream());
        StreamState state = stream.state();
        // A stream that ends before what was handled was made anew, or restored: what it lost may come back.
        return position <= state.lastSequence() && (position >= end || isNothingLeft(stream, state, position, end));
    }

    private static boolean isNothingLeft(EventSource stream, StreamState state, long position, long end) {
        return !state.isPurgedBehind(position)
                && stream.next(position).filter(next -> next.sequence() <= end).isEmpty();
    }

    private Map<String, Long> ends() {
        Map<String, Long> found = new HashMap<>();
        loops.all().forEach(consuming -> found.put(consuming.name().durable(), end(consuming.name())));
        return found;
    }

    private long end(ConsumerName name) {
        try {
            return sources.of(name.stream()).state().lastSequence();
        } catch (StreamMissingException nobodyMadeIt) {
            return 0;
        }
    }
}
