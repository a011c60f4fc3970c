package io.millrace.asyncapi.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a field must keep, in words. */
final class Limits {

    private record Limit(String keyword, String words) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("const", "always %s"),
            new Limit("enum", "one of %s"),
            new Limit("format", "format %s"),
            new Limit("pattern", "%s"),
            new Limit("minLength", "at least %s characters"),
            new Limit("maxLength", "at most %s characters"),
            new Limit("minimum", "at least %s"),
            new Limit("maximum", "at most %s"),
            new Limit("minItems", "at least %s elements"),
            new Limit("maxItems", "at most %s elements"));

    private Limits() {}

    static String of(JsonNode part) {
        return String.join(
                ", ",
                LIMITS.stream()
                        .filter(limit -> part.has(limit.keyword()))
                        .map(limit -> limit.words().formatted(words(part.path(limit.keyword()))))
                        .toList());
    }

    private static String words(JsonNode value) {
        return value.isArray() ? String.join(", ", Event.texts(value)) : value.asText();
    }
}
