package io.millrace.asyncapi.page;

import static io.millrace.asyncapi.page.Html.text;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** An event as a block that opens when its head is touched. */
record EventBlock(Event event) {

    String html() {
        return """
            <details class="event %s" id="%s">
              <summary>
                <span class="badge">%s</span><code class="type">%s</code><span class="version">%s</span>
                <span class="says">%s</span>
              </summary>
              <div class="body">
            %s
              </div>
            </details>
            """.formatted(
                        isSent() ? "sent" : "taken",
                        text(event.type()),
                        isSent() ? "sends" : event.readers().isEmpty() ? "unused" : "takes",
                        text(event.type()),
                        text(event.version()),
                        text(event.message().path("summary").asText()),
                        body());
    }

    private boolean isSent() {
        return !event.sentBy().isEmpty();
    }

    private String body() {
        return facts() + readers() + fields(event.message()) + sample(event.message()) + older();
    }

    private String facts() {
        return "<dl>"
                + fact("Sent by", text(isSent() ? String.join(", ", event.sentBy()) : producer()))
                + fact(
                        "Stream",
                        "<code>" + text(event.channel().path("x-nats-stream").asText()) + "</code>")
                + fact(
                        "Subject",
                        "<code>" + text(event.channel().path("address").asText("of the writer's choice")) + "</code>")
                + fact("Versions", text(String.join(", ", event.versions())) + inUse())
                + "</dl>";
    }

    private String producer() {
        return event.channel().path("address").isTextual() ? event.type().split("\\.")[0] : "an outside system";
    }

    /** Somebody may still be at an older version than the newest. */
    private String inUse() {
        return event.versions().isEmpty() || event.versions().getLast().equals(event.version())
                ? ""
                : " <small>(here " + text(event.version()) + ")</small>";
    }

    private static String fact(String name, String html) {
        return "<dt>" + name + "</dt><dd>" + html + "</dd>";
    }

    private String readers() {
        return event.readers().isEmpty()
                ? "<h4>Consumers</h4><p class=\"none\">Nobody takes it here.</p>"
                : table(
                        "Consumers",
                        List.of("consumer", "kind", "version", "reads"),
                        event.readers(),
                        reader -> cells(List.of(
                                "<code>" + text(reader.durable()) + "</code>",
                                text(String.join(", ", reader.kinds())),
                                text(reader.version()),
                                reader.fields().isEmpty()
                                        ? "<small>nothing of its body</small>"
                                        : reader.fields().stream()
                                                .map(field -> "<code class=\"chip\">" + text(field) + "</code>")
                                                .collect(joining(" ")))));
    }

    /** A stream holds them beside the newest. */
    private String older() {
        return event.message()
                .path("x-millrace-older")
                .valueStream()
                .map(old -> "<details class=\"older\"><summary>Version %s</summary>%s%s</details>"
                        .formatted(text(old.path("version").asText()), fields(old), sample(old)))
                .collect(joining());
    }

    private static String fields(JsonNode message) {
        List<FieldRow> rows = FieldRow.of(message.path("payload"));
        return rows.isEmpty()
                ? ""
                : table(
                        "Fields",
                        List.of("field", "type", "description"),
                        rows,
                        row -> cells(List.of(
                                "<code>" + text(row.path()) + "</code>"
                                        + (row.required() ? "<b class=\"must\" title=\"required\">*</b>" : ""),
                                text(row.type()),
                                text(row.description())
                                        + (row.limits().isEmpty()
                                                ? ""
                                                : " <small>" + text(row.limits()) + "</small>"))));
    }

    private static String sample(JsonNode message) {
        JsonNode examples = message.path("examples");
        return examples.isEmpty()
                ? ""
                : "<h4>Sample</h4><pre>" + text(examples.path(0).path("payload").toPrettyString()) + "</pre>";
    }

    private static <T> String table(String title, List<String> heads, List<T> rows, Function<T, String> row) {
        return "<h4>" + title + "</h4><div class=\"wide\"><table><thead><tr>"
                + heads.stream().map(head -> "<th>" + head + "</th>").collect(joining())
                + "</tr></thead><tbody>"
                + rows.stream().map(row).collect(joining())
                + "</tbody></table></div>";
    }

    private static String cells(List<String> cells) {
        return cells.stream().map(cell -> "<td>" + cell + "</td>").collect(joining("", "<tr>", "</tr>"));
    }
}
