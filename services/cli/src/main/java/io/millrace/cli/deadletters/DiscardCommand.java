package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.Count;
import io.millrace.cli.Terminal;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace dead-letters discard}. */
@Command(
        name = "discard",
        header = "Throw dead letters away, and let go on what waits behind them.",
        description = {
            "",
            "The event stays in its stream; this consumer never handles it. Counts first and asks; where there is no"
                    + " terminal, --yes is needed. Up to 100,000 of a service at a time.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace dead-letters discard --aggregate order.536365 --reason 'a test order'",
            "  ./millrace dead-letters discard --consumer delivery-orders --error 'never ours' --yes"
        })
final class DiscardCommand implements Callable<Integer> {

    private static final String DISCARD = "discard";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Changing changing;

    @Option(names = "--all", description = "All of them, where nothing else says which.")
    private boolean all;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        if (changing.meansAll() && !all) {
            throw new ParameterException(spec.commandLine(), "Say which dead letters to discard, or --all.");
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean counts = changing.dryRun() || !yes;
        long count = counts
                ? changing.count(DISCARD, this::withAll, answer -> tell(out, answer))
                : changing.make(DISCARD, this::withAll, answer -> tell(out, answer));
        if (count > 0 && counts && !changing.dryRun()) {
            confirm(count);
            count = changing.make(DISCARD, this::withAll, answer -> tell(out, answer));
        }
        if (count == 0 && !changing.json()) {
            out.println("No dead letter matches.");
        }
        out.flush();
        return 0;
    }

    private ObjectNode withAll(ObjectNode body) {
        return all ? body.put("all", true) : body;
    }

    private void tell(PrintWriter out, ObjectNode answer) {
        long matched = answer.path("matched").asLong();
        boolean counted = answer.path("dryRun").asBoolean();
        if (changing.json()) {
            if (!counted || changing.dryRun()) {
                out.println(answer);
            }
        } else if (matched > 0 && counted) {
            out.println("%s: %s.".formatted(Texts.of(answer, "service"), Texts.matching(matched)));
        } else if (matched > 0) {
            long changed = answer.path("changed").asLong();
            out.println("%s: %,d of %s %s discarded."
                    .formatted(
                            Texts.of(answer, "service"),
                            changed,
                            Count.of(matched, "dead letter"),
                            changed == 1 ? "is" : "are"));
        }
        out.flush();
    }

    private static void confirm(long count) {
        Console console = Terminal.find()
                .orElseThrow(() -> new CommandFailure("Nothing was discarded: say --yes to discard them."));
        String answer = console.readLine("Discard %s? [y/N] ", Count.of(count, "dead letter"));
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new CommandFailure("Nothing was discarded.");
        }
    }
}
