package io.millrace.cli.streams;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace streams drift}. */
@Command(
        name = "drift",
        header = "Fail when a server's streams and consumers are not as they are declared.",
        description = {
            "",
            "Changes nothing. Exit codes: 0 all is as declared, 1 something differs, 2 it cannot be said.",
            ""
        })
final class DriftCommand implements Callable<Integer> {

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
        return CannotSay.orExitCode(spec, this::drift);
    }

    private int drift() {
        try (Broker broker = server.open()) {
            Plan plan = streams.planner().ofEverything(broker);
            PlanCommand.print(spec, plan, json);
            return plan.isDone() ? 0 : 1;
        }
    }
}
