package io.millrace.chassis.stream;

import io.nats.client.api.ServerInfo;
import io.nats.client.support.JsonValue;
import java.util.Map;
import java.util.Set;

/** What the server means when a stream's configuration does not say it, and since when it knows a field. */
final class StreamFields {

    private static final Map<String, JsonValue> DEFAULTS = Map.ofEntries(
            Map.entry("retention", new JsonValue("limits")),
            Map.entry("storage", new JsonValue("file")),
            Map.entry("discard", new JsonValue("old")),
            Map.entry("compression", new JsonValue("none")),
            Map.entry("persist_mode", new JsonValue("default")),
            Map.entry("num_replicas", new JsonValue(1L)),
            Map.entry("duplicate_window", new JsonValue(120_000_000_000L)));

    /** Here nothing and zero mean none, which the server writes as -1. */
    private static final Set<String> LIMITS =
            Set.of("max_msgs", "max_bytes", "max_msgs_per_subject", "max_msg_size", "max_consumers");

    private static final JsonValue UNLIMITED = new JsonValue(-1L);

    private static final Map<String, String> SINCE = Map.ofEntries(
            Map.entry("compression", "2.10.0"),
            Map.entry("subject_transform", "2.10.0"),
            Map.entry("metadata", "2.10.0"),
            Map.entry("first_seq", "2.10.0"),
            Map.entry("consumer_limits", "2.10.0"),
            Map.entry("allow_msg_ttl", "2.11.0"),
            Map.entry("subject_delete_marker_ttl", "2.11.0"),
            Map.entry("allow_atomic", "2.12.0"),
            Map.entry("allow_msg_counter", "2.12.0"),
            Map.entry("allow_msg_schedules", "2.12.0"),
            Map.entry("persist_mode", "2.12.0"),
            Map.entry("allow_batched", "2.14.0"));

    private StreamFields() {}

    static boolean isKnown(ServerInfo server, String field) {
        String since = SINCE.get(field);
        return since == null || server.isSameOrNewerThanVersion(since);
    }

    /** Whether it makes a difference that it is said. */
    static boolean saysSomething(String field, JsonValue value) {
        return !meaning(field, value).equals(meaning(field, JsonValue.NULL));
    }

    static Difference compared(String field, RawStreamConfig actual, RawStreamConfig declared) {
        JsonValue from = meaning(field, actual.fields().getOrDefault(field, JsonValue.NULL));
        // Where a stream is placed is a matter of the servers that there are, unless a file says so.
        boolean left = field.equals("placement") && !declared.fields().containsKey(field);
        JsonValue to = left ? from : meaning(field, declared.fields().getOrDefault(field, JsonValue.NULL));
        return new Difference(field, from, to);
    }

    /** The one way to write a value that can be written in several. */
    private static JsonValue meaning(String field, JsonValue value) {
        JsonValue plain = Plain.of(value);
        if (field.equals("metadata")) {
            return Plain.ofMetadata(plain);
        }
        if (LIMITS.contains(field)) {
            return plain.number == null || plain.number.longValue() <= 0 ? UNLIMITED : plain;
        }
        return JsonValue.NULL.equals(plain) ? DEFAULTS.getOrDefault(field, JsonValue.NULL) : plain;
    }
}
