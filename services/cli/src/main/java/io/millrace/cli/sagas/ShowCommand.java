package io.millrace.cli.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace sagas show}. */
@Command(
        name = "show",
        header = "Show a saga with each of its steps: what was asked and answered, by which event, and when.",
        description = "",
        footer = {
            "",
            "Examples:",
            "  ./millrace sagas show 536365",
            "  ./millrace sagas show 536365 --json | jq -r '.steps[].eventId'"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Sagas sagas;

    @Parameters(paramLabel = "ID", description = "That of an order, for example.")
    private String id;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Which of those with this id, where a service has sagas of several plans.")
    private Optional<String> type;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode saga = sagas.get(id, type);
        if (json) {
            out.println(saga);
        } else {
            SagaText.print(out, spec.commandLine().getColorScheme().ansi(), saga);
        }
        out.flush();
        return 0;
    }
}
