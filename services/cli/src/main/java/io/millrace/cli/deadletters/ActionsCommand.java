package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace dead-letters actions}. */
@Command(
        name = "actions",
        header = "Show who redrove or discarded which dead letter, and when.",
        description = {"", "The last action of each service first. Times are UTC.", ""},
        footer = {
            "",
            "Examples:",
            "  ./millrace dead-letters actions",
            "  ./millrace dead-letters actions --service delivery --limit 100000 --json"
        })
final class ActionsCommand implements Callable<Integer> {

    private static final String ROW = "%-20s  %-8s %-12s %-22s %9s  %-44s  %s";
    private static final String USUAL = "50";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Services services;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            defaultValue = USUAL,
            description = "No more than that (${DEFAULT-VALUE}).")
    private long limit;

    @Option(names = "--json", description = "For programs: an object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Rows rows = json
                ? new Rows(out, limit, "", JsonNode::toString)
                : new Rows(out, limit, heading(), ActionsCommand::line);
        services.each(letters -> {
            letters.actions(rows::print);
            return rows.wantsMore();
        });
        if (!json && rows.printed() == 0) {
            out.println("Nothing was redriven or discarded yet.");
        }
        out.flush();
        return 0;
    }

    private String heading() {
        String heading = ROW.formatted("WHEN", "ACTION", "WHO", "CONSUMER", "POSITION", "SUBJECT", "WHY");
        return spec.commandLine().getColorScheme().ansi().string("@|bold " + heading + "|@");
    }

    static String line(JsonNode action) {
        return ROW.formatted(
                        Texts.time(action, "at"),
                        Texts.of(action, "action"),
                        Texts.of(action, "actor"),
                        Texts.of(action, "consumer"),
                        Texts.of(action, "position"),
                        Texts.of(action, "subject"),
                        Texts.of(action, "reason"))
                .stripTrailing();
    }
}
