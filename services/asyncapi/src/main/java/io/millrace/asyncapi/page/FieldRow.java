package io.millrace.asyncapi.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A field of an event as a line of a table.
 *
 * @param path {@code lines[].quantity}
 * @param limits what else must hold, {@code at most 200 characters}
 */
record FieldRow(String path, String type, boolean required, String limits, String description) {

    /** All fields of an object, those of its parts behind it. */
    static List<FieldRow> of(JsonNode schema) {
        List<FieldRow> rows = new ArrayList<>();
        add("", schema, rows);
        return List.copyOf(rows);
    }

    private static void add(String prefix, JsonNode schema, List<FieldRow> rows) {
        Set<String> required = Set.copyOf(Event.texts(schema.path("required")));
        schema.path("properties").properties().forEach((Map.Entry<String, JsonNode> field) -> {
            String path = prefix + field.getKey();
            JsonNode part = field.getValue();
            rows.add(new FieldRow(
                    path,
                    type(part),
                    required.contains(field.getKey()),
                    Limits.of(part),
                    part.path("description").asText()));
            JsonNode items = part.path("items");
            add(items.isMissingNode() ? path + "." : path + "[].", items.isMissingNode() ? part : items, rows);
        });
    }

    private static String type(JsonNode part) {
        String type = part.path("type").isArray()
                ? String.join(" or ", Event.texts(part.path("type")))
                : part.path("type").asText("any");
        return type.equals("array") ? "array of " + type(part.path("items")) : type;
    }
}
