package io.millrace.cli.prove;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.importing.report.Progress;
import io.millrace.cli.prove.fault.Fault;
import io.millrace.cli.prove.fault.Faults;
import io.millrace.cli.prove.report.ReportText;
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
@Command(name = "prove", header = "Hurt a shop under load, and show that nothing is lost, doubled or out of order.")
public final class ProveCommand implements Callable<Integer> {

    private static final double SECONDS = 60;
    private static final Duration AWAY = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "2",
            description = "How long faults strike (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What decides which fault strikes when (a new one each time).")
    private Long seed;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many requests are on their way at once (${DEFAULT-VALUE}).")
    private int callers;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only faults whose name contains one of these texts, separated by commas.",
            split = ",")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : seed;
        Duration length = Duration.ofSeconds(Math.round(minutes * SECONDS));
        ProofPlan plan = new ProofPlan(length, chosen, callers, lanes());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Seed " + chosen);
        out.flush();
        try (StopSignal _ = StopSignal.install();
                Progress progress = Progress.of("Proving", length.toSeconds(), out, System.console() != null)) {
            ProofResult result = new Proof(plan, place()).run(_ -> progress.step());
            new ReportText(out).print(result);
            return result.holds() ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            throw new CommandFailure("The proof was interrupted.", interrupted);
        }
    }

    private List<List<Fault>> lanes() {
        return Faults.usual(AWAY).stream()
                .map(lane -> lane.stream().filter(this::isWanted).toList())
                .filter(lane -> !lane.isEmpty())
                .toList();
    }

    private boolean isWanted(Fault fault) {
        return only.isEmpty() || only.stream().anyMatch(fault.name()::contains);
    }

    private static Path place() throws IOException {
        return Files.createTempDirectory("millrace-prove");
    }
}
