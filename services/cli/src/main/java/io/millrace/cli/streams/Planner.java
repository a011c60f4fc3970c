package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;
import io.millrace.chassis.stream.RawStreamConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Compares what is declared with what a server has; {@link CannotSay} is thrown where the server does not say it. */
record Planner(Declarations declarations, UnaryOperator<RawStreamConfig> adapted) {

    /** The streams that have a file. */
    Plan ofFiles(Broker broker) {
        return against(broker, _ -> Optional.empty());
    }

    /** The streams of services without a file of their own as well. */
    Plan byTemplateToo(Broker broker) {
        return against(broker, name -> isService(broker, name) ? declarations.fromTemplate(name) : Optional.empty());
    }

    /** The consumers that have a file besides. One that is not there will be made by its owner. */
    Plan ofEverything(Broker broker) {
        return byTemplateToo(broker)
                .with(declarations.consumers().stream()
                        .flatMap(declared -> broker
                                .consumer(declared.stream(), declared.name())
                                .map(actual -> actual.comparedWith(declared))
                                .stream())
                        .toList());
    }

    private Plan against(Broker broker, Function<String, Optional<RawStreamConfig>> template) {
        List<RawStreamConfig> declared = new ArrayList<>(declarations.streams());
        Set<String> others = new TreeSet<>(broker.names());
        declared.forEach(stream -> others.remove(stream.stream()));
        Map<String, RawStreamConfig> byTemplate = new TreeMap<>();
        others.forEach(name -> template.apply(name).ifPresent(stream -> byTemplate.put(name, stream)));
        others.removeAll(byTemplate.keySet());
        declared.addAll(byTemplate.values());
        return new Plan(
                broker.version(),
                declared.stream()
                        .map(stream -> plan(broker, adapted.apply(stream)))
                        .toList(),
                byTemplate.keySet(),
                List.copyOf(others),
                List.of());
    }

    private static boolean isService(Broker broker, String stream) {
        String events = "evt." + stream.toLowerCase(Locale.ROOT) + ".>";
        return broker.stream(stream)
                .map(found -> found.fields().get("subjects"))
                .filter(subjects -> subjects.array != null)
                .map(subjects ->
                        subjects.array.stream().map(subject -> subject.string).collect(Collectors.toSet()))
                .filter(Set.of(events)::equals)
                .isPresent();
    }

    private static StreamPlan plan(Broker broker, RawStreamConfig declared) {
        List<String> leftOut = declared.unknownTo(broker.connection().getServerInfo());
        RawStreamConfig known = declared.asKnownTo(broker.connection().getServerInfo());
        return broker.stream(declared.stream())
                .map(actual -> compared(known, leftOut, actual))
                .orElseGet(() -> new StreamPlan.Missing(known, leftOut));
    }

    private static StreamPlan compared(RawStreamConfig declared, List<String> leftOut, RawStreamConfig actual) {
        List<Difference> differences = actual.differencesFrom(declared);
        return differences.isEmpty()
                ? new StreamPlan.Same(declared, leftOut)
                : new StreamPlan.Different(
                        declared,
                        leftOut,
                        actual,
                        differences.stream().map(ChangeRules::of).toList());
    }
}
