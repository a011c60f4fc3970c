package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code millrace consumers show}. */
@Command(name = "show", header = "Show everything about a consumer.", description = "")
final class ShowCommand extends ConsumerCommand {

    private static final String LINE = "%-16s %s%n";

    @Override
    JsonNode act(Consumers all, String consumer) {
        return all.get(consumer);
    }

    @Override
    void print(JsonNode consumer) {
        line("consumer", consumer.path("name").asText());
        line("stream", consumer.path("stream").asText());
        line("position", ConsumerTable.number(consumer.path("position")));
        line("lag", ConsumerTable.number(consumer.path("lag")));
        line("state", ConsumerTable.state(consumer));
        line("last progress", consumer.path("lastProgress").asText("never"));
        line("parked events", ConsumerTable.number(consumer.path("parked")));
        line("dead letters", ConsumerTable.number(consumer.path("dead")));
        line(
                "rebuildable",
                consumer.path("tables").valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
        JsonNode rebuild = consumer.path("rebuild");
        if (rebuild.isObject()) {
            line(
                    "last rebuild",
                    rebuild.path("state").asText() + " at position "
                            + ConsumerTable.number(rebuild.path("position")) + ", asked for at "
                            + rebuild.path("requestedAt").asText());
            if (rebuild.path("error").isTextual()) {
                line("", rebuild.path("error").asText());
            }
        }
    }

    private void line(String name, String value) {
        out().printf(LINE, name, value.isEmpty() ? "-" : value);
    }
}
