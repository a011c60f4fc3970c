package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.Count;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace dead-letters list}. */
@Command(
        name = "list",
        header = "List dead letters, of all services or of one.",
        description = {
            "",
            "WAITING counts the later events of the aggregate that wait behind it. Times are UTC. Lists of any length"
                    + " are printed as they come.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace dead-letters list --consumer delivery-orders --since 2h",
            "  ./millrace dead-letters list --error 'no room' --json | jq -r .aggregate | sort | uniq -c"
        })
final class ListCommand implements Callable<Integer> {

    private static final String ROW = "%-22s %9s  %-30s %-26s %8s %7s  %-20s  %s";
    private static final int REASON_LENGTH = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Services services;

    @Mixin
    private Filter filter;

    @Option(names = "--limit", paramLabel = "N", converter = Limit.class, description = "No more than that.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "For programs: an object a line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Rows rows = json ? new Rows(out, limit, "", JsonNode::toString) : new Rows(out, limit, heading(), this::line);
        services.each(letters -> {
            letters.list(filter.query(), rows::print);
            return rows.wantsMore();
        });
        if (!json) {
            out.println(end(rows.printed()));
        }
        out.flush();
        return 0;
    }

    private String heading() {
        String heading = ROW.formatted(
                "CONSUMER", "POSITION", "AGGREGATE", "TYPE", "ATTEMPTS", "WAITING", "LAST FAILURE", "REASON");
        return spec.commandLine().getColorScheme().ansi().string("@|bold " + heading + "|@");
    }

    private String line(ObjectNode letter) {
        return ROW.formatted(
                Texts.of(letter, "consumer"),
                Texts.of(letter, "position"),
                Texts.of(letter, "aggregate"),
                Texts.of(letter, "type"),
                Texts.number(letter, "attempts"),
                Texts.number(letter, "waiting"),
                Texts.time(letter, "lastFailure"),
                Texts.shortened(Texts.of(letter, "reason"), REASON_LENGTH));
    }

    private String end(long printed) {
        if (printed == 0) {
            return filter.isEmpty() ? "There are no dead letters." : "No dead letter matches.";
        }
        String count = Count.of(printed, "dead letter");
        return count + (printed == limit ? ", as many as asked for." : ".")
                + " ./millrace dead-letters show CONSUMER POSITION tells more.";
    }
}
