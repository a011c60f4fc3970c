package io.millrace.cli.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.CommandFailure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace sagas list}. */
@Command(
        name = "list",
        header = "List sagas with the step each stands at.",
        description = {
            "",
            "Ordered by id. Stuck is one that waits for an answer for long: what is asked again was asked four times, and"
                    + " what is asked once, because it has a limit, has been waiting for a quarter of an hour.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace sagas list --phase compensating",
            "  ./millrace sagas list --stuck",
            "  ./millrace sagas list --limit 1000 --json | jq -r .id"
        })
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Sagas sagas;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description = "Only those that stand there: ${COMPLETION-CANDIDATES}.")
    private Phase phase;

    @Option(names = "--stuck", description = "Only those that wait for an answer for long.")
    private boolean stuck;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "For programs: one object per line.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1.");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<JsonNode> found = new ArrayList<>();
        try {
            sagas.each(query(), saga -> found.add(saga) && found.size() <= limit);
        } catch (CommandFailure oneDidNotAnswer) {
            if (!found.isEmpty()) {
                print(out, found);
            }
            throw oneDidNotAnswer;
        }
        print(out, found);
        return 0;
    }

    private String query() {
        return (phase == null ? "" : "&phase=" + phase) + (stuck ? "&stuck=true" : "");
    }

    /** One more than wanted was asked for, to know whether there are more. */
    private void print(PrintWriter out, List<JsonNode> found) {
        List<JsonNode> shown = found.subList(0, Math.min(limit, found.size()));
        if (json) {
            shown.forEach(out::println);
        } else {
            SagaTable.print(out, spec.commandLine().getColorScheme().ansi(), shown);
            if (found.size() > limit) {
                out.println("There are more: --limit N shows N of them.");
            }
        }
        out.flush();
    }
}
