package io.millrace.contracts.rules;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.schema.SchemaPart;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a part of a schema is to Java. */
sealed interface JsonType {

    /** An object with stated fields. */
    record Structure() implements JsonType {}

    record Elements() implements JsonType {}

    /** What has no single form in Java. */
    record Unclear(String why) implements JsonType {}

    /** A value, and the classes that can hold whatever fits. */
    record Value(String words, Set<Class<?>> classes, Set<String> names) implements JsonType {

        boolean fits(Type type) {
            return type instanceof Class<?> java
                    && (java.isEnum() && !names.isEmpty() ? constants(java).equals(names) : classes.contains(java));
        }
    }

    Map<String, Class<?>> BY_FORMAT = Map.of(
            "uuid", java.util.UUID.class,
            "date", java.time.LocalDate.class,
            "date-time", java.time.Instant.class,
            "uri", java.net.URI.class);

    static JsonType of(SchemaPart part) {
        if (!part.whyUnknown().isEmpty()) {
            return new Unclear(part.whyUnknown());
        }
        Set<String> types = types(part);
        types.remove("null");
        if (types.size() != 1 || part.rules().stream().anyMatch(Set.of("oneOf", "anyOf", "not", "if")::contains)) {
            return new Unclear("is not of one type");
        }
        return switch (types.iterator().next()) {
            case "object" -> new Structure();
            case "array" -> new Elements();
            case "string" -> string(part);
            case "integer" -> integer(part);
            case "number" -> new Value("a number", Set.of(BigDecimal.class, double.class, Double.class), Set.of());
            case "boolean" -> new Value("a boolean", Set.of(boolean.class, Boolean.class), Set.of());
            default -> new Unclear("is of no type that Java has");
        };
    }

    /** Whether a value may be null. */
    static boolean isNullable(SchemaPart part) {
        return types(part).contains("null");
    }

    private static Set<String> types(SchemaPart part) {
        JsonNode type = part.get("type");
        if (type.isTextual()) {
            return new TreeSet<>(Set.of(type.textValue()));
        }
        boolean isText = part.get("const").isTextual()
                || !part.get("enum").isEmpty() && part.get("enum").valueStream().allMatch(JsonNode::isTextual);
        return type.isMissingNode() && isText ? new TreeSet<>(Set.of("string")) : SchemaPart.texts(type);
    }

    private static JsonType string(SchemaPart part) {
        Set<String> names = SchemaPart.texts(part.get("enum"));
        Class<?> byFormat = BY_FORMAT.get(part.get("format").asText());
        if (byFormat != null) {
            return new Value(
                    "a string of format " + part.get("format").asText(), Set.of(String.class, byFormat), Set.of());
        }
        return new Value(
                names.isEmpty() ? "a string" : "one of " + String.join(", ", names), Set.of(String.class), names);
    }

    private static JsonType integer(SchemaPart part) {
        if (isWithin(part, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            return new Value(
                    "an integer", Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class), Set.of());
        }
        return isWithin(part, Long.MIN_VALUE, Long.MAX_VALUE)
                ? new Value(
                        "an integer of more than 32 bits (set minimum and maximum if it is not)",
                        Set.of(long.class, Long.class, BigInteger.class),
                        Set.of())
                : new Value(
                        "an integer of more than 64 bits (set minimum and maximum if it is not)",
                        Set.of(BigInteger.class),
                        Set.of());
    }

    private static boolean isWithin(SchemaPart part, long lowest, long highest) {
        return part.get("minimum").isNumber()
                && part.get("maximum").isNumber()
                && part.get("minimum").decimalValue().compareTo(BigDecimal.valueOf(lowest)) >= 0
                && part.get("maximum").decimalValue().compareTo(BigDecimal.valueOf(highest)) <= 0;
    }

    private static Set<String> constants(Class<?> java) {
        return Arrays.stream(java.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(toSet());
    }
}
