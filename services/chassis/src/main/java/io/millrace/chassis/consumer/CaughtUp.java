package io.millrace.chassis.consumer;

import io.millrace.chassis.source.EventSource;
import io.millrace.chassis.source.EventSources;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.StreamMissingException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether this service, by whichever of its instances, has handled all that its streams held when that was first asked. A
 * stream that nobody has made yet holds nothing, and what was removed from a stream since is not waited for.
 */
@Singleton
public final class CaughtUp {

    private final EventLoops loops;
    private final EventSources sources;
    private final ConsumerReports reports;
    private Map<String, Long> ends = Map.of();
    private boolean asked;
    private boolean reached;

    CaughtUp(EventLoops loops, EventSources sources, ConsumerReports reports) {
        this.loops = loops;
        this.sources = sources;
        this.reports = reports;
    }

    /** The next question is the first one again. */
    public synchronized void forget() {
        asked = false;
        reached = false;
    }

    /** False also while a stream cannot be asked: it may hold anything. */
    public synchronized boolean isReached() {
        try {
            if (!asked) {
                ends = ends();
                asked = true;
            }
            reached = reached || reports.all().stream().allMatch(this::isReached);
            return reached;
        } catch (SourceUnavailableException notNow) {
            return false;
        }
    }

    private boolean isReached(ConsumerReport consumer) {
        long end = ends.getOrDefault(consumer.name(), 0L);
        return consumer.position() >= end || isNothingLeft(sources.of(consumer.stream()), consumer.position(), end);
    }

    private static boolean isNothingLeft(EventSource stream, long position, long end) {
        return !stream.state().isPurgedBehind(position)
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
