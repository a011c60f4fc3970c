package io.millrace.asyncapi;

import static java.util.stream.Collectors.joining;

import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.util.List;
import java.util.stream.Stream;

/** Whether there is a contract for all that a service sends and takes, but for what outside systems write. */
final class KnownEvents {

    private KnownEvents() {}

    /** @throws IllegalArgumentException if one is missing; the message names all that are */
    static void require(Reads reads, ContractRegistry contracts) {
        List<EventVersion> unknown = Stream.concat(
                        reads.emits().stream(),
                        reads.consumers().stream()
                                .filter(consumer -> !consumer.foreign())
                                .map(Consumer::handles)
                                .flatMap(List::stream)
                                .map(Handled::event))
                .filter(event -> contracts
                        .find(event.type(), Version.parse(event.version()))
                        .isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s sends or takes what has no contract on its class path: %s; correct the @EventContract, or add the schema"
                            .formatted(
                                    reads.service(),
                                    unknown.stream()
                                            .map(event -> event.type() + " " + event.version())
                                            .collect(joining(", "))));
        }
    }
}
