package io.millrace.chassis.stream;

import io.nats.client.support.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON values that can be compared: whole numbers of one type, texts in order, and nothing for all that is empty. */
final class Plain {

    /** The server's own notes on a stream. */
    private static final String OF_THE_SERVER = "_nats.";

    private Plain() {}

    static JsonValue of(JsonValue value) {
        if (value.map != null) {
            Map<String, JsonValue> map = value.map.entrySet().stream()
                    .filter(entry -> !JsonValue.NULL.equals(of(entry.getValue())))
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
            return map.isEmpty() ? JsonValue.NULL : new JsonValue(map);
        }
        if (value.array != null) {
            return value.array.isEmpty() ? JsonValue.NULL : new JsonValue(sorted(value.array));
        }
        if (value.number != null) {
            return value.number.longValue() == 0 ? JsonValue.NULL : new JsonValue(value.number.longValue());
        }
        boolean empty = value.string != null && value.string.isEmpty() || JsonValue.FALSE.equals(value);
        return empty ? JsonValue.NULL : value;
    }

    static JsonValue ofMetadata(JsonValue metadata) {
        if (metadata.map == null) {
            return JsonValue.NULL;
        }
        Map<String, JsonValue> own = metadata.map.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(OF_THE_SERVER))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return own.isEmpty() ? JsonValue.NULL : new JsonValue(own);
    }

    /** The order of subjects means nothing; that of anything else (sources) means little. */
    private static List<JsonValue> sorted(List<JsonValue> values) {
        return values.stream()
                .map(Plain::of)
                .sorted(Comparator.comparing(JsonValue::toJson))
                .toList();
    }
}
