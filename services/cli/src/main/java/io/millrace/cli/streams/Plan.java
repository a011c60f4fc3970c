package io.millrace.cli.streams;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a server's streams get to be as they are declared.
 *
 * @param server its version
 * @param streams one for each declaration
 * @param byTemplate those of them that have no file of their own
 * @param undeclared streams of the server that nobody declares. They are left alone, whatever happens
 * @param consumers declared ones that are there. They are never changed from here
 */
record Plan(
        String server,
        List<StreamPlan> streams,
        Set<String> byTemplate,
        List<String> undeclared,
        List<ConsumerPlan> consumers) {

    Plan {
        streams = List.copyOf(streams);
        byTemplate = Set.copyOf(byTemplate);
        undeclared = List.copyOf(undeclared);
        consumers = List.copyOf(consumers);
    }

    Plan with(List<ConsumerPlan> compared) {
        return new Plan(server, streams, byTemplate, undeclared, compared);
    }

    /** The fields in which any stream differs. */
    Set<String> differing() {
        return streams.stream()
                .filter(StreamPlan.Different.class::isInstance)
                .map(StreamPlan.Different.class::cast)
                .flatMap(stream -> stream.changes().stream())
                .map(change -> change.difference().field())
                .collect(Collectors.toSet());
    }

    boolean isDone() {
        return streams.stream().allMatch(StreamPlan.Same.class::isInstance)
                && consumers.stream().allMatch(ConsumerPlan::isAsDeclared);
    }
}
