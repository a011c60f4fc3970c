package io.millrace.cli.demo;

import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Plays steps one after the other, and tells each with a tick and a duration. */
final class Performance {

    private static final double MILLIS = 1000.0;

    private final PrintWriter out;
    private final Ansi ansi;
    private final Path logs;
    private final Clock clock;

    /** @param logs the folder that says more when a step fails */
    Performance(PrintWriter out, Ansi ansi, Path logs, Clock clock) {
        this.out = out;
        this.ansi = ansi;
        this.logs = logs;
        this.clock = clock;
    }

    /** @throws CommandFailure a step failed; the sentence says which one and why */
    void play(List<Step> steps, Stage stage) throws InterruptedException {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            out.print("%2d  %-68s ".formatted(i + 1, step.title()));
            out.flush();
            Instant began = clock.instant();
            String seen = seen(step, stage);
            Duration took = Duration.between(began, clock.instant());
            out.println(ansi.string("@|green \u2713|@ %6.2f s".formatted(took.toMillis() / MILLIS)));
            out.println(ansi.string("@|faint     " + seen + "|@"));
            out.flush();
        }
    }

    private String seen(Step step, Stage stage) throws InterruptedException {
        try {
            return step.act().on(stage);
        } catch (IOException | CommandFailure failure) {
            out.println(ansi.string("@|red \u2717|@"));
            out.flush();
            throw new CommandFailure(
                    "The step '%s' failed: %s; the logs are in %s.".formatted(step.title(), reason(failure), logs),
                    failure);
        }
    }

    private static String reason(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
