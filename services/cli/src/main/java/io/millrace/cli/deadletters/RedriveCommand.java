package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.Count;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace dead-letters redrive}. */
@Command(
        name = "redrive",
        header = "Send dead letters back to the handler that failed, as if they came for the first time.",
        description = {
            "",
            "Only the failing consumer sees them again. A dead letter is handled before the events of its aggregate"
                    + " that wait behind it. What fails again is retried, and in the end a dead letter once more. Up to"
                    + " 100,000 of a service at a time.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace dead-letters redrive --dry-run",
            "  ./millrace dead-letters redrive --consumer delivery-orders --position 17",
            "  ./millrace dead-letters redrive --error 'no room' --rate 50 --reason 'there is room again'"
        })
final class RedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Changing changing;

    @Option(names = "--rate", paramLabel = "N", description = "Try no more than N a second in each service.")
    private Integer rate;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long count = changing.dryRun()
                ? changing.count("redrive", this::withRate, answer -> tell(out, answer))
                : changing.make("redrive", this::withRate, answer -> tell(out, answer));
        if (count == 0 && !changing.json()) {
            out.println("No dead letter matches.");
        }
        out.flush();
        return 0;
    }

    private ObjectNode withRate(ObjectNode body) {
        return rate == null ? body : body.put("ratePerSecond", rate);
    }

    private void tell(PrintWriter out, ObjectNode answer) {
        long matched = answer.path("matched").asLong();
        long changed = answer.path("changed").asLong();
        if (changing.json()) {
            out.println(answer);
        } else if (matched > 0 && changing.dryRun()) {
            out.println("%s: %s.".formatted(Texts.of(answer, "service"), Texts.matching(matched)));
        } else if (matched > 0) {
            out.println("%s: %,d of %s %s%s."
                    .formatted(
                            Texts.of(answer, "service"),
                            changed,
                            Count.of(matched, "dead letter"),
                            changed == 1 ? "goes back to its handler" : "go back to their handlers",
                            last(changed)));
        }
        out.flush();
    }

    private String last(long changed) {
        return rate == null || changed <= 1
                ? ""
                : ", the last one in " + Texts.duration(Duration.ofSeconds((changed - 1) / rate));
    }
}
