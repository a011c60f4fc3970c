package io.millrace.chassis.consumer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What all consumers of this instance are doing. */
@Singleton
public final class ConsumerStates {

    private final EventLoops loops;

    ConsumerStates(EventLoops loops) {
        this.loops = loops;
    }

    /** What each has handled, by its name. */
    public Map<String, ConsumerTally> tallies() {
        return loops.all().stream()
                .collect(toUnmodifiableMap(
                        consuming -> consuming.name().durable(),
                        consuming -> consuming.loop().tally()));
    }

    public List<ConsumerState> all() {
        return loops.all().stream().map(consuming -> consuming.loop().state()).toList();
    }
}
