package io.millrace.cli.prove;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.importing.report.Progress;
import io.millrace.cli.prove.fault.Fault;
import io.millrace.cli.prove.fault.Faults;
import io.millrace.cli.prove.report.ProofJson;
import io.millrace.cli.prove.report.ProofText;
import io.millrace.cli.prove.stage.ProofStage.Kind;
import io.millrace.cli.shop.Folders;
import io.millrace.cli.up.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace prove}. */
@Command(
        name = "prove",
        header = "Hurt a shop under load, and show that nothing is lost or doubled, and that all adds up.",
        description = {
            "",
            "Starts a shop of its own in a temporary folder: PostgreSQL, NATS, a payment provider and two instances of each"
                    + " service, with proxies between them. Callers buy, cancel, send and return through REST and keep a"
                    + " ledger of what was acknowledged. Meanwhile processes are killed and stopped, servers lose their"
                    + " power, connections are torn. In the end, everything that was acknowledged is looked for in the"
                    + " streams, and the streams are held against every database, row by row. All pieces must be"
                    + " accounted for, and all money, with the provider's own books.",
            "",
            "Power cuts and a full disk need loop mounts: Linux, as root. Elsewhere the table says what was done instead.",
            "",
            "Exit code 0 if everything holds, 1 if not: then the folder stays, with the logs of all processes.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace prove --minutes 10               each fault five times at least",
            "  ./millrace prove --seed 4711                the same faults in the same order as another run",
            "  ./millrace prove --only 'power cut,kill'    some faults",
            "  ./millrace prove --only none                no fault: how fast the shop is here"
        })
public final class ProveCommand implements Callable<Integer> {

    private static final double SECONDS = 60;
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration AWAY_IN_A_SHORT_RUN = Duration.ofSeconds(10);
    private static final double SHORT_MINUTES = 5;

    /** One part of so many is for the shop that runs on a cluster. */
    private static final int SHARE_OF_A_CLUSTER = 10;

    private static final double MINUTES_A_STRIKE = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "How long faults strike (${DEFAULT-VALUE}). Each strikes once every two minutes, and once at least; if"
                            + " that takes longer, the run does.")
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What decides who does what, and which fault strikes when (a new one each time).")
    private Long seed;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "24",
            description = "How many requests are on their way at once (${DEFAULT-VALUE}).")
    private int callers;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            split = ",",
            description = "Only faults whose name contains one of these texts.")
    private List<String> only = List.of();

    @Option(names = "--json", description = "Print the result as JSON and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        try (StopSignal _ = StopSignal.install()) {
            Path place = Files.createTempDirectory("millrace-prove");
            ProofResult result = run(plan(), place);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ProofJson.print(result, out);
            } else {
                new ProofText(out, spec.commandLine().getColorScheme().ansi()).print(result);
            }
            return concluded(result, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            throw new CommandFailure("The proof was interrupted.", interrupted);
        }
    }

    private ProofPlan plan() {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : seed;
        Duration length = Duration.ofSeconds(Math.round(minutes * SECONDS));
        int atLeast = Math.max(1, (int) Math.round(minutes / MINUTES_A_STRIKE));
        Duration onACluster = length.dividedBy(SHARE_OF_A_CLUSTER);
        List<List<Fault>> alone = wanted(Faults.usual(minutes < SHORT_MINUTES ? AWAY_IN_A_SHORT_RUN : AWAY));
        List<List<Fault>> clustered = wanted(Faults.ofACluster());
        if (clustered.isEmpty()) {
            return new ProofPlan(chosen, callers, List.of(new Act(Kind.ONE_SERVER, length, atLeast, alone)));
        }
        if (alone.isEmpty()) {
            return new ProofPlan(chosen, callers, List.of(new Act(Kind.CLUSTER, length, atLeast, clustered)));
        }
        return new ProofPlan(
                chosen,
                callers,
                List.of(
                        new Act(Kind.ONE_SERVER, length.minus(onACluster), atLeast, alone),
                        new Act(Kind.CLUSTER, onACluster, atLeast, clustered)));
    }

    private List<List<Fault>> wanted(List<List<Fault>> lanes) {
        return lanes.stream()
                .map(lane -> lane.stream().filter(this::isWanted).toList())
                .filter(lane -> !lane.isEmpty())
                .toList();
    }

    private boolean isWanted(Fault fault) {
        return only.isEmpty() || only.stream().anyMatch(fault.name()::contains);
    }

    private ProofResult run(ProofPlan plan, Path place) throws IOException, InterruptedException {
        PrintWriter said =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        said.println("Seed %d. Everything is in %s.".formatted(plan.seed(), place));
        said.flush();
        long seconds = Math.max(1, plan.length().toSeconds());
        try (Progress progress = Progress.of("Proving", seconds, said)) {
            return new Proof(plan, place).run(progress::step);
        }
    }

    private static int concluded(ProofResult result, Path place) {
        if (!result.holds()) {
            return 1;
        }
        Folders.delete(place);
        return 0;
    }
}
