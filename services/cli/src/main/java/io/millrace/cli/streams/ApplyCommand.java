package io.millrace.cli.streams;

import java.io.PrintWriter;
import java.util.ArrayList;
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
                    + " what the server cannot change once the stream is there is left. No stream is ever deleted, and"
                    + " consumers are their owners' to make.",
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
            paramLabel = "STREAM[.FIELD]",
            description =
                    "Change this stream, or this field of it, even where something is lost by it; may be given several"
                            + " times.")
    private List<String> allowed = List.of();

    @Option(
            names = "--by-template",
            description = "Make the streams of services without a file of their own like stream-template.json, too.")
    private boolean byTemplate;

    @Option(names = "--json", description = "For programs: one object, with what was done and what is left.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return CannotSay.orExitCode(spec, this::apply);
    }

    private int apply() {
        try (Broker broker = server.open()) {
            AllowedLosses losses = new AllowedLosses(Set.copyOf(allowed));
            Plan plan = plan(broker);
            requireKnown(losses, plan);
            PrintWriter out = spec.commandLine().getOut();
            if (!json) {
                PlanCommand.text(spec).printLosses(plan, losses);
            }
            List<Deed> done = new ArrayList<>();
            Applying applying = new Applying(broker, losses, deed -> {
                done.add(deed);
                say(out, deed.sentence());
            });
            Plan left = left(broker, plan, applying, done);
            print(out, left, done);
            return left.isDone() ? 0 : 1;
        }
    }

    private Plan left(Broker broker, Plan plan, Applying applying, List<Deed> done) {
        try {
            plan.streams().forEach(applying::apply);
            return plan(broker);
        } catch (CannotSay e) {
            // Programs must learn what was done before; people have seen it.
            if (json && !done.isEmpty()) {
                spec.commandLine().getOut().println(PlanJson.brokenOff(done, e.getMessage()));
                spec.commandLine().getOut().flush();
            }
            throw e;
        }
    }

    private void print(PrintWriter out, Plan left, List<Deed> done) {
        if (json) {
            out.println(PlanJson.of(left, done));
            out.flush();
        } else if (left.isDone()) {
            say(out, "All is as declared.");
        } else {
            PlanCommand.print(spec, left, false);
        }
    }

    private Plan plan(Broker broker) {
        Planner planner = streams.planner();
        return byTemplate ? planner.byTemplateToo(broker) : planner.ofFiles(broker);
    }

    private void say(PrintWriter out, String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    private static void requireKnown(AllowedLosses losses, Plan plan) {
        Set<String> known = plan.streams().stream().map(StreamPlan::stream).collect(Collectors.toSet());
        losses.aboutNoneOf(known).ifPresent(word -> {
            throw new CannotSay("--allow-loss names %s, but declared are %s."
                    .formatted(word, known.stream().sorted().collect(Collectors.joining(", "))));
        });
        losses.aboutNoField(plan.differing()).ifPresent(word -> {
            throw new CannotSay("--allow-loss names %s, but a stream has no such field.".formatted(word));
        });
    }
}
