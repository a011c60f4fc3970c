package io.millrace.chassis.consumer;

import jakarta.inject.Singleton;
import java.util.List;

/** What all consumers of this instance are doing. */
@Singleton
public final class ConsumerStates {

    private final EventLoops loops;

    ConsumerStates(EventLoops loops) {
        this.loops = loops;
    }

    public List<ConsumerState> all() {
        return loops.all().stream().map(consuming -> consuming.loop().state()).toList();
    }
}
