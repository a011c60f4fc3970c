package io.millrace.cli.streams;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Help.Ansi;

/** A plan for people. */
record PlanText(PrintWriter out, Ansi ansi) {

    private record Row(String stream, String field, String is, String declared, String deed) {}

    void print(Plan plan) {
        List<Row> rows =
                plan.streams().stream().flatMap(stream -> rows(stream).stream()).toList();
        if (!rows.isEmpty()) {
            table(rows);
        }
        long alike = plan.streams().stream()
                .filter(StreamPlan.Same.class::isInstance)
                .count();
        out.println(
                rows.isEmpty()
                        ? "All %d streams are as declared.".formatted(alike)
                        : "%d of %d streams are as declared."
                                .formatted(alike, plan.streams().size()));
        leftOut(plan);
        if (!plan.undeclared().isEmpty()) {
            out.println("Nobody declares " + String.join(", ", plan.undeclared()) + ": left alone.");
        }
    }

    private static List<Row> rows(StreamPlan plan) {
        return switch (plan) {
            case StreamPlan.Missing missing ->
                List.of(new Row(missing.stream(), "", "missing", "", "safe: creates it"));
            case StreamPlan.Same _ -> List.of();
            case StreamPlan.Different different ->
                different.changes().stream()
                        .map(change -> row(different.stream(), change))
                        .toList();
        };
    }

    private static Row row(String stream, Change change) {
        return new Row(
                stream,
                change.difference().field(),
                change.difference().fromText(),
                change.difference().toText(),
                deed(stream, change));
    }

    private static String deed(String stream, Change change) {
        return switch (change.verdict()) {
            case SAFE -> change.why().isEmpty() ? "safe" : "safe, " + change.why();
            case LOSES -> "loses: %s. Asks for --allow-loss %s".formatted(change.why(), stream);
            case IMPOSSIBLE -> "impossible: " + change.why();
        };
    }

    private void table(List<Row> rows) {
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
