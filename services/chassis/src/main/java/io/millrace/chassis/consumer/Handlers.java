package io.millrace.chassis.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All handlers that share a consumer.
 *
 * @param tables that can be rebuilt
 * @param keep how long events are remembered, where their writer is a foreign one
 */
record Handlers(List<HandlerMethod> methods, List<String> tables, Optional<Duration> keep) {

    Handlers plus(Handlers more) {
        if (keep.isPresent() != more.keep.isPresent()) {
            throw new IllegalStateException("the handlers " + methods.getFirst() + " and " + more.methods.getFirst()
                    + " share a consumer, and one says that its writer is foreign: both must, or one needs a name");
        }
        Optional<Duration> longest =
                keep.map(mine -> mine.compareTo(more.keep.orElse(mine)) >= 0 ? mine : more.keep.orElse(mine));
        return new Handlers(joined(methods, more.methods), joined(tables, more.tables), longest);
    }

    Map<String, List<HandlerMethod>> byType() {
        return byType(methods);
    }

    /** Those that a rebuild calls. */
    Map<String, List<HandlerMethod>> rebuildableByType() {
        return byType(methods.stream().filter(HandlerMethod::rebuildable).toList());
    }

    private static Map<String, List<HandlerMethod>> byType(List<HandlerMethod> methods) {
        return methods.stream()
                .collect(Collectors.groupingBy(method -> method.eventType().name()));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
