package io.millrace.chassis.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All handlers that share a consumer.
 *
 * @param tables that can be rebuilt
 */
record Handlers(List<HandlerMethod> methods, List<String> tables) {

    static Handlers none() {
        return new Handlers(List.of(), List.of());
    }

    Handlers plus(Handlers more) {
        return new Handlers(joined(methods, more.methods), joined(tables, more.tables));
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
