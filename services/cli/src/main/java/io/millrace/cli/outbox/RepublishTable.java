package io.millrace.cli.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** What was put back, for people. */
final class RepublishTable {

    private static final String ROW = "%-12s %12s %10s %10s  %-48s %s";

    private final PrintWriter out;
    private final Ansi ansi;

    RepublishTable(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(String service, JsonNode result) {
        String heading = ROW.formatted("SERVICE", "STREAM END", "PUT BACK", "GIVEN UP", "FIRST", "LAST");
        out.println(ansi.string("@|bold " + heading + "|@"));
        out.println(ROW.formatted(
                        service,
                        number(result.path("streamEndsAt")),
                        number(result.path("count")),
                        number(result.path("givenUp")),
                        event(result.path("first")),
                        event(result.path("last")))
                .stripTrailing());
        out.println();
        out.println(sentence(result));
        out.flush();
    }

    private static String sentence(JsonNode result) {
        if (result.path("count").asLong() == 0 && result.path("givenUp").asLong() == 0) {
            return "The stream holds everything that was sent.";
        }
        return result.path("dryRun").asBoolean()
                ? "Nothing was changed (--dry-run)."
                : "The relay publishes it now; ./millrace status shows the outbox getting empty.";
    }

    private static String number(JsonNode json) {
        return "%,d".formatted(json.asLong());
    }

    private static String event(JsonNode event) {
        return event.isObject()
                ? "%s at %,d"
                        .formatted(
                                event.path("id").asText(),
                                event.path("sequence").asLong())
                : "-";
    }
}
