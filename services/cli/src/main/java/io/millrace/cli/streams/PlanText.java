package io.millrace.cli.streams;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** A plan for people. */
record PlanText(PrintWriter out, Ansi ansi) {

    private record Row(String stream, String field, String is, String declared, String deed) {}

    void print(Plan plan) {
        table(Stream.concat(
                        plan.streams().stream().flatMap(PlanText::rows),
                        plan.consumers().stream().flatMap(PlanText::consumerRows))
                .toList());
        alike("streams", plan.streams().stream().map(StreamPlan.Same.class::isInstance));
        if (!plan.consumers().isEmpty()) {
            alike("consumers", plan.consumers().stream().map(ConsumerPlan::isAsDeclared));
        }
        leftOut(plan);
        if (!plan.byTemplate().isEmpty()) {
            out.println("%s: no file, compared with the template. 'apply' changes it with --by-template only."
                    .formatted(String.join(", ", new TreeSet<>(plan.byTemplate()))));
        }
        if (!plan.undeclared().isEmpty()) {
            out.println("Nobody declares " + String.join(", ", plan.undeclared()) + ": left alone.");
        }
    }

    /** What is lost by changes that are about to be made. */
    void printLosses(Plan plan, AllowedLosses allowed) {
        table(plan.streams().stream()
                .filter(StreamPlan.Different.class::isInstance)
                .map(StreamPlan.Different.class::cast)
                .flatMap(stream -> stream.changes().stream()
                        .filter(change -> allowed.allow(stream.stream(), change))
                        .map(change -> row(stream.stream(), change, "loses, as allowed: " + change.why())))
                .toList());
        out.flush();
    }

    private void alike(String what, Stream<Boolean> each) {
        List<Boolean> all = each.toList();
        long alike = all.stream().filter(same -> same).count();
        out.println(
                alike == all.size()
                        ? "All %d %s are as declared.".formatted(alike, what)
                        : "%d of %d %s are as declared.".formatted(alike, all.size(), what));
    }

    private static Stream<Row> rows(StreamPlan plan) {
        return switch (plan) {
            case StreamPlan.Missing missing ->
                Stream.of(new Row(missing.stream(), "", "missing", "", "safe: creates it"));
            case StreamPlan.Same _ -> Stream.of();
            case StreamPlan.Different different ->
                different.changes().stream()
                        .map(change -> row(different.stream(), change, deed(different.stream(), change)));
        };
    }

    private static Row row(String stream, Change change, String deed) {
        return new Row(
                stream,
                change.difference().field(),
                change.difference().fromText(),
                change.difference().toText(),
                deed);
    }

    private static Stream<Row> consumerRows(ConsumerPlan plan) {
        return plan.differences().stream()
                .map(difference -> new Row(
                        plan.name(),
                        difference.field(),
                        ConsumerText.from(difference),
                        ConsumerText.to(difference),
                        "left: its owner makes it anew from its file when it begins to read"));
    }

    private static String deed(String stream, Change change) {
        return switch (change.verdict()) {
            case SAFE -> change.why().isEmpty() ? "safe" : "safe, " + change.why();
            case LOSES ->
                "loses: %s. Asks for --allow-loss %s".formatted(change.why(), AllowedLosses.wordFor(stream, change));
            case IMPOSSIBLE -> "impossible: " + change.why();
        };
    }

    private void table(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Row> all = new ArrayList<>(rows);
        all.addFirst(new Row("STREAM", "FIELD", "IS", "DECLARED", "CHANGE"));
        String format = "%%-%ds  %%-%ds  %%-%ds  %%-%ds  %%s"
                .formatted(
                        all.stream()
                                .mapToInt(row -> row.stream().length())
                                .max()
                                .orElse(1),
                        Math.max(
                                1,
                                all.stream()
                                        .mapToInt(row -> row.field().length())
                                        .max()
                                        .orElse(1)),
                        all.stream().mapToInt(row -> row.is().length()).max().orElse(1),
                        all.stream()
                                .mapToInt(row -> row.declared().length())
                                .max()
                                .orElse(1));
        for (Row row : all) {
            String line = format.formatted(row.stream(), row.field(), row.is(), row.declared(), row.deed());
            out.println(row.equals(all.getFirst()) ? ansi.string("@|bold " + line + "|@") : line);
        }
        out.println();
    }

    /** Many streams lack the same. */
    private void leftOut(Plan plan) {
        TreeMap<String, List<String>> streams = new TreeMap<>();
        for (StreamPlan stream : plan.streams()) {
            stream.leftOut()
                    .forEach(field -> streams.computeIfAbsent(field, _ -> new ArrayList<>())
                            .add(stream.stream()));
        }
        streams.forEach((field, of) -> out.println(
                "Server %s does not know %s: left out of %s.".formatted(plan.server(), field, String.join(", ", of))));
    }
}
