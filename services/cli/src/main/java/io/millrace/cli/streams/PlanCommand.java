package io.millrace.cli.streams;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace streams plan}. */
@Command(
        name = "plan",
        header = "See what a server's streams lack, and what 'apply' would do about it.",
        description = {
            "",
            "Changes nothing. Exit codes: 0 it can be said, 2 it cannot.",
            "",
            "Where streams are placed, and the server's own notes on them, are no differences. Consumers are compared where"
                    + " they have a file, but for what their owner says when it begins to read: it makes them anew then, and"
                    + " 'apply' leaves them alone.",
            ""
        })
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WhichServer server;

    @Mixin
    private WhichStreams streams;

    @Option(names = "--json", description = "For programs: one object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return CannotSay.orExitCode(spec, this::plan);
    }

    private int plan() {
        try (Broker broker = server.open()) {
            print(spec, streams.planner().ofEverything(broker), json);
            return 0;
        }
    }

    static void print(CommandSpec spec, Plan plan, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PlanJson.of(plan));
        } else {
            text(spec).print(plan);
        }
        out.flush();
    }

    static PlanText text(CommandSpec spec) {
        return new PlanText(
                spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi());
    }
}
