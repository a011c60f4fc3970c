package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A durable consumer in the JSON of the server's API: as a file declares it, or as the server has it. */
record RawConsumerConfig(String stream, String name, Map<String, JsonValue> fields) {

    /** Whoever reads says these when it begins, and the server writes the name twice. */
    private static final Set<String> SAID_WHEN_IT_BEGINS =
            Set.of("name", "deliver_subject", "deliver_policy", "opt_start_seq", "opt_start_time");

    /** What the server means when nothing is said: {@code setConsumerConfigDefaults} there. */
    private static final Map<String, JsonValue> DEFAULTS = Map.of(
            "ack_policy", new JsonValue("none"),
            "ack_wait", new JsonValue(30_000_000_000L),
            "max_ack_pending", new JsonValue(1_000L),
            "max_deliver", new JsonValue(-1L),
            "replay_policy", new JsonValue("instant"));

    private static final String OF_THE_SERVER = "_nats.";

    /** How a time that nobody has said is written by Go, and so by the nats tool. */
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private static final int NOT_FOUND = 404;

    RawConsumerConfig {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException if it is no JSON object */
    static RawConsumerConfig parse(String stream, String name, String json) {
        try {
            Map<String, JsonValue> fields = JsonParser.parse(json).map;
            if (fields == null) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return new RawConsumerConfig(stream, name, fields);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getMessage(), e);
        }
    }

    /** What the server has under that name, if anything. */
    static Optional<RawConsumerConfig> find(Connection connection, String stream, String name)
            throws IOException, JetStreamApiException {
        try {
            ConsumerInfo info = connection.jetStreamManagement().getConsumerInfo(stream, name);
            return Optional.of(
                    new RawConsumerConfig(stream, name, info.getJv().map.get("config").map));
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is not as it should be, by field. */
    ConsumerPlan comparedWith(RawConsumerConfig declared) {
        Set<String> all = new TreeSet<>(fields.keySet());
        all.addAll(declared.fields.keySet());
        all.removeAll(SAID_WHEN_IT_BEGINS);
        List<Difference> differences = all.stream()
                .map(field -> new Difference(field, meaning(field), declared.meaning(field)))
                .filter(difference -> !difference.from().equals(difference.to()))
                .toList();
        return new ConsumerPlan(stream, name, differences);
    }

    /** The one way to write a value that can be written in several. */
    private JsonValue meaning(String field) {
        JsonValue plain = plain(fields.getOrDefault(field, JsonValue.NULL));
        return JsonValue.NULL.equals(plain) ? DEFAULTS.getOrDefault(field, JsonValue.NULL) : plain;
    }

    /** Zero, no and empty are nothing, and whole numbers are of one type. */
    private static JsonValue plain(JsonValue value) {
        if (value.number != null) {
            long number = value.number.longValue();
            return number == 0 ? JsonValue.NULL : new JsonValue(number);
        }
        if (value.map != null) {
            Map<String, JsonValue> own = value.map.entrySet().stream()
                    .filter(entry -> !entry.getKey().startsWith(OF_THE_SERVER))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return own.isEmpty() ? JsonValue.NULL : new JsonValue(own);
        }
        boolean empty = JsonValue.FALSE.equals(value)
                || value.string != null && (value.string.isEmpty() || value.string.equals(NEVER))
                || value.array != null && value.array.isEmpty();
        return empty ? JsonValue.NULL : value;
    }
}
