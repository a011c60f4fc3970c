package io.millrace.contracts.compatibility;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.schema.Keywords;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says what changed, and whom it breaks. */
final class Words {

    private static final String STORED = ", and stored events may not fit";
    private static final String READERS = ", and readers may rely on it";
    private static final int LONGEST = 80;

    private Words() {}

    static String type(JsonNode older, JsonNode newer) {
        return "changed its type from " + orNone(older) + " to " + orNone(newer);
    }

    static String rule(String keyword, JsonNode older, JsonNode newer) {
        return switch (keyword) {
            case "enum" -> values(older, newer);
            case "additionalProperties" -> additional(older, newer);
            default ->
                Keywords.LIMITS.contains(keyword)
                        ? limit(keyword, older, newer)
                        : "has another '" + keyword + "', and whether the two agree cannot be judged";
        };
    }

    private static String limit(String keyword, JsonNode older, JsonNode newer) {
        if (older.isMissingNode()) {
            return "got " + keyword + " " + of(newer) + STORED;
        }
        if (newer.isMissingNode()) {
            return "lost " + keyword + " " + of(older) + READERS;
        }
        String change = "changed " + keyword + " from " + of(older) + " to " + of(newer);
        if (!older.isNumber() || !newer.isNumber() || keyword.equals("multipleOf") || keyword.equals("const")) {
            return change;
        }
        boolean higher = newer.decimalValue().compareTo(older.decimalValue()) > 0;
        boolean isLowest = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
        return change + (higher == isLowest ? STORED : READERS);
    }

    private static String values(JsonNode older, JsonNode newer) {
        if (!older.isArray() || !newer.isArray()) {
            return limit("enum", older, newer);
        }
        boolean areTexts =
                Stream.of(older, newer).flatMap(JsonNode::valueStream).allMatch(JsonNode::isTextual);
        Set<String> added = names(newer, areTexts);
        added.removeAll(names(older, areTexts));
        Set<String> removed = names(older, areTexts);
        removed.removeAll(names(newer, areTexts));
        if (removed.isEmpty()) {
            return "got the value " + String.join(", ", added) + ", and readers may not know it";
        }
        return added.isEmpty()
                ? "lost the value " + String.join(", ", removed) + ", and stored events may have it"
                : "changed its values: " + String.join(", ", removed) + " to " + String.join(", ", added);
    }

    /** Without quotes where all values are texts. */
    private static Set<String> names(JsonNode values, boolean areTexts) {
        return values.valueStream()
                .map(value -> areTexts ? value.textValue() : value.toString())
                .collect(toCollection(TreeSet::new));
    }

    private static String additional(JsonNode older, JsonNode newer) {
        if (older.isBoolean() && !older.booleanValue()) {
            return "was opened to fields that are not stated, and readers may not know them";
        }
        return newer.isBoolean() && !newer.booleanValue()
                ? "was closed to fields that are not stated, and stored events may have them"
                : "has another additionalProperties";
    }

    static String of(JsonNode node) {
        String text = node.isTextual() ? node.textValue() : node.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String orNone(JsonNode type) {
        return type.isMissingNode() ? "any" : of(type);
    }
}
