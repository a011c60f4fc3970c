package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;
import io.millrace.chassis.stream.RawStreamConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Compares what is declared with what a server has. */
record Planner(Declarations declarations, UnaryOperator<RawStreamConfig> adapted) {

    /** @throws CannotSay the server does not say how its streams are */
    Plan against(Broker broker) {
        List<RawStreamConfig> declared = new ArrayList<>(declarations.streams());
        Set<String> others = new TreeSet<>(broker.names());
        declared.forEach(stream -> others.remove(stream.stream()));
        List<String> undeclared = new ArrayList<>();
        for (String name : others) {
            // The stream of a service without a file of its own.
            if (isService(broker, name)) {
                declarations.fromTemplate(name).ifPresent(declared::add);
            } else {
                undeclared.add(name);
            }
        }
        return new Plan(
                broker.version(),
                declared.stream()
                        .map(stream -> plan(broker, adapted.apply(stream)))
                        .toList(),
                undeclared);
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

    static StreamPlan compared(RawStreamConfig declared, List<String> leftOut, RawStreamConfig actual) {
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
