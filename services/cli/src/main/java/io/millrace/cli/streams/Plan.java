package io.millrace.cli.streams;

import java.util.List;

/**
 * How a server's streams get to be as they are declared.
 *
 * @param server its version
 * @param streams one for each declaration
 * @param undeclared streams of the server that nobody declares. They are left alone, whatever happens
 */
record Plan(String server, List<StreamPlan> streams, List<String> undeclared) {

    Plan {
        streams = List.copyOf(streams);
        undeclared = List.copyOf(undeclared);
    }

    boolean isDone() {
        return streams.stream().allMatch(StreamPlan.Same.class::isInstance);
    }
}
