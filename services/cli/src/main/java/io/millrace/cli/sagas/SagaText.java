package io.millrace.cli.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** One saga for people, with all that happened to it. */
final class SagaText {

    private static final String LINE = "%-12s %s%n";
    private static final String STEP = "%3s  %-24s  %-14s %-17s %s";

    private SagaText() {}

    static void print(PrintWriter out, Ansi ansi, JsonNode whole) {
        JsonNode saga = whole.path("saga");
        out.printf(
                LINE, "saga", saga.path("type").asText() + " " + saga.path("id").asText());
        out.printf(
                LINE, "phase", saga.path("phase").asText() + (saga.path("stuck").asBoolean() ? " (stuck)" : ""));
        out.printf(
                LINE,
                "step",
                saga.path("step").asText() + asked(saga.path("asked").asInt()));
        out.printf(LINE, "started", Times.text(saga.path("startedAt")));
        out.printf(LINE, "last change", Times.text(saga.path("updatedAt")));
        out.printf(LINE, "due", Times.text(saga.path("dueAt")));
        out.println();
        out.println(ansi.string("@|bold " + STEP.formatted("#", "TIME", "STEP", "WHAT", "EVENT") + "|@"));
        for (JsonNode step : whole.path("steps")) {
            out.println(STEP.formatted(
                            step.path("number").asText(),
                            Times.text(step.path("at")),
                            step.path("step").asText(),
                            words(step.path("what").asText()),
                            step.path("eventType").asText(""))
                    .stripTrailing());
        }
    }

    private static String asked(int times) {
        return times > 1 ? ", asked %d times".formatted(times) : "";
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
