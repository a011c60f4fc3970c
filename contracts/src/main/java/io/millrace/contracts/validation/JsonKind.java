package io.millrace.contracts.validation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.schema.SchemaPart;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of JSON values. Whole numbers are numbers here: 1.0 is an integer to a schema. */
enum JsonKind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL;

    /** Those that a schema's {@code type} names; none if it names none. */
    static Set<JsonKind> of(JsonNode type) {
        Set<String> names = type.isTextual() ? Set.of(type.textValue()) : SchemaPart.texts(type);
        Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
        names.forEach(
                name -> kinds.add(name.equals("integer") ? NUMBER : JsonKind.valueOf(name.toUpperCase(Locale.ROOT))));
        return kinds;
    }

    /** @param token where a value begins */
    static JsonKind of(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> OBJECT;
            case START_ARRAY -> ARRAY;
            case VALUE_STRING -> STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
            case VALUE_NULL -> NULL;
            default -> throw new IllegalArgumentException(token + " begins no value");
        };
    }

    static String words(Set<JsonKind> kinds) {
        return kinds.stream().map(JsonKind::word).collect(joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
