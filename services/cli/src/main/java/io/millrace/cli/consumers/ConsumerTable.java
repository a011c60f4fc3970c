package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Consumers for people. */
final class ConsumerTable {

    private static final String ROW = "%-22s %-12s %12s %10s %8s %8s  %s";

    private ConsumerTable() {}

    static void print(PrintWriter out, Ansi ansi, List<JsonNode> consumers) {
        out.println(ansi.string(
                "@|bold " + ROW.formatted("CONSUMER", "STREAM", "POSITION", "LAG", "PARKED", "DEAD", "STATE") + "|@"));
        for (JsonNode consumer : consumers) {
            out.println(ROW.formatted(
                    consumer.path("name").asText(),
                    consumer.path("stream").asText(),
                    number(consumer.path("position")),
                    number(consumer.path("lag")),
                    number(consumer.path("parked")),
                    number(consumer.path("dead")),
                    state(consumer)));
        }
        out.flush();
    }

    static String state(JsonNode consumer) {
        String handling = consumer.path("paused").asBoolean()
                ? "paused"
                : consumer.path("owner").isTextual()
                        ? "handled by " + consumer.path("owner").asText()
                        : "nobody handles it";
        return consumer.path("rebuild").path("state").asText().equals("RUNNING")
                ? handling + ", rebuilding "
                        + consumer.path("rebuild").path("percent").asInt() + "%"
                : handling;
    }

    static String number(JsonNode number) {
        return number.isNumber() ? "%,d".formatted(number.asLong()) : "?";
    }
}
