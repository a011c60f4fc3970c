package io.millrace.cli.streams;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace streams apply}. */
@Command(
        name = "apply",
        header = "Make a server's streams as they are declared, as far as nothing is lost by it.",
        description = {
            "",
            "Makes streams that are missing, and changes what differs. What would lose something waits for --allow-loss;"
                    + " what the server cannot change once the stream is there is left. No stream is ever deleted.",
            "",
            "Exit codes: 0 all is as declared now, 1 something was left, 2 it cannot be said.",
            ""
        })
final class ApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WhichServer server;

    @Mixin
    private WhichStreams streams;

    @Option(
            names = "--allow-loss",
            paramLabel = "STREAM",
            description = "Change this stream even where something is lost by it; may be given several times.")
    private List<String> allowed = List.of();

    @Option(names = "--json", description = "For programs: one object, with what is left.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return CannotSay.orExitCode(spec, this::apply);
    }

    private int apply() {
        try (Broker broker = server.open()) {
            Planner planner = streams.planner();
            Plan plan = planner.against(broker);
            requireKnown(plan);
            PrintWriter out = spec.commandLine().getOut();
            Applying applying = new Applying(broker, Set.copyOf(allowed), line -> say(out, line));
            plan.streams().forEach(applying::apply);
            Plan left = planner.against(broker);
            if (json || !left.isDone()) {
                PlanCommand.print(spec, left, json);
            } else {
                say(out, "All is as declared.");
            }
            return left.isDone() ? 0 : 1;
        }
    }

    private void say(PrintWriter out, String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    private void requireKnown(Plan plan) {
        Set<String> known = plan.streams().stream().map(StreamPlan::stream).collect(Collectors.toSet());
        allowed.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new CannotSay("--allow-loss names %s, but declared are %s."
                    .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
        });
    }
}
