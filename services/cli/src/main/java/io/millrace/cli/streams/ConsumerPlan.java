package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;
import java.util.List;

/** How a declared consumer that is there differs from its file. What to do about it is its owner's to do. */
record ConsumerPlan(String stream, String consumer, List<Difference> differences) {

    ConsumerPlan {
        differences = List.copyOf(differences);
    }

    boolean isAsDeclared() {
        return differences.isEmpty();
    }

    /** As the nats tool names it. */
    String name() {
        return stream + " > " + consumer;
    }
}
