package io.millrace.chassis.consumer;

import io.millrace.chassis.source.EventSources;
import io.millrace.chassis.source.SourceUnavailableException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Whether this service, by whichever of its instances, has handled all that its streams held when that was first asked. A
 * stream that nobody has made yet holds nothing.
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

    public synchronized boolean isReached() {
        if (!asked) {
            ends = ends();
            asked = true;
        }
        reached = reached
                || reports.all().stream().allMatch(report -> report.position() >= ends.getOrDefault(report.name(), 0L));
        return reached;
    }

    private Map<String, Long> ends() {
        Map<String, Long> found = new HashMap<>();
        loops.all()
                .forEach(consuming -> end(consuming.name())
                        .ifPresent(end -> found.put(consuming.name().durable(), end)));
        return found;
    }

    private OptionalLong end(ConsumerName name) {
        try {
            return OptionalLong.of(sources.of(name.stream()).state().lastSequence());
        } catch (SourceUnavailableException notThere) {
            return OptionalLong.empty();
        }
    }
}
