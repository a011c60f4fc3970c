package io.millrace.chassis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.ServerInfo;
import io.nats.client.api.StreamInfo;
import io.nats.client.support.JsonParseException;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stream's configuration in the JSON of the server's API: as a file declares it, or as the server has it. It knows no
 * fields by itself, so that a change of one keeps what this client does not know.
 */
public record RawStreamConfig(String stream, Map<String, JsonValue> fields) {

    private static final String ALLOW_ATOMIC = "allow_atomic";
    private static final String REPLICAS = "num_replicas";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    public RawStreamConfig {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException if it is no JSON object, or has no name */
    public static RawStreamConfig parse(String json) {
        try {
            Map<String, JsonValue> fields = JsonParser.parse(json).map;
            if (fields == null) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            if (!fields.containsKey("name") || fields.get("name").string == null) {
                throw new IllegalArgumentException("it has no name");
            }
            return new RawStreamConfig(fields.get("name").string, fields);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getMessage(), e);
        }
    }

    static RawStreamConfig read(Connection connection, String stream) throws IOException, JetStreamApiException {
        return of(stream, connection.jetStreamManagement().getStreamInfo(stream));
    }

    /** What the server has under that name, if anything. */
    public static Optional<RawStreamConfig> find(Connection connection, String stream)
            throws IOException, JetStreamApiException {
        try {
            return Optional.of(read(connection, stream));
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    boolean allowsAtomicBatches() {
        return JsonValue.TRUE.equals(fields.get(ALLOW_ATOMIC));
    }

    boolean isReplicated() {
        JsonValue replicas = fields.get(REPLICAS);
        return replicas != null && replicas.number != null && replicas.number.intValue() > 1;
    }

    RawStreamConfig withAtomicBatches() {
        return with(ALLOW_ATOMIC, JsonValue.TRUE);
    }

    /** The same but for one field; {@link JsonValue#NULL} takes it out. */
    public RawStreamConfig with(String field, JsonValue value) {
        Map<String, JsonValue> changed = new HashMap<>(fields);
        if (JsonValue.NULL.equals(value)) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new RawStreamConfig(stream, changed);
    }

    /** What of it is said in vain, because a server of that version does not know the field. Sorted. */
    public List<String> unknownTo(ServerInfo server) {
        return fields.keySet().stream()
                .filter(field -> !StreamFields.isKnown(server, field))
                .filter(field -> StreamFields.saysSomething(field, fields.get(field)))
                .sorted()
                .toList();
    }

    /** Without the fields that such a server does not know: newer ones refuse them, older ones pass over them. */
    public RawStreamConfig asKnownTo(ServerInfo server) {
        Map<String, JsonValue> known = new HashMap<>(fields);
        known.keySet().removeIf(field -> !StreamFields.isKnown(server, field));
        return new RawStreamConfig(stream, known);
    }

    /** What is not as it should be, by field. What neither says has the server's default. */
    public List<Difference> differencesFrom(RawStreamConfig declared) {
        Map<String, Difference> found = new TreeMap<>();
        fields.keySet().forEach(field -> found.put(field, StreamFields.compared(field, this, declared)));
        declared.fields.keySet().forEach(field -> found.put(field, StreamFields.compared(field, this, declared)));
        return found.values().stream().filter(Difference::isOne).toList();
    }

    /** Returns what the server made of it. */
    public RawStreamConfig create(Connection connection) throws IOException, JetStreamApiException {
        return send(connection, "CREATE");
    }

    /** Returns what the server made of it. */
    public RawStreamConfig update(Connection connection) throws IOException, JetStreamApiException {
        return send(connection, "UPDATE");
    }

    private RawStreamConfig send(Connection connection, String verb) throws IOException, JetStreamApiException {
        byte[] json = new JsonValue(fields).toJson().getBytes(UTF_8);
        try {
            Message reply = connection.request("$JS.API.STREAM." + verb + "." + stream, json, TIMEOUT);
            if (reply == null) {
                throw new IOException("no answer within " + TIMEOUT.toSeconds() + " s");
            }
            return of(stream, new StreamInfo(reply).throwOnHasError());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static RawStreamConfig of(String stream, StreamInfo info) {
        return new RawStreamConfig(stream, info.getJv().map.get("config").map);
    }
}
