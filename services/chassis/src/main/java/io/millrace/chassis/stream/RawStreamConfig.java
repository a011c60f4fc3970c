package io.millrace.chassis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.StreamInfo;
import io.nats.client.support.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A stream's configuration as the server writes it, so that a change of one field keeps what this client does not know. */
record RawStreamConfig(String stream, Map<String, JsonValue> fields) {

    private static final String ALLOW_ATOMIC = "allow_atomic";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    RawStreamConfig {
        fields = Map.copyOf(fields);
    }

    static RawStreamConfig read(Connection connection, String stream) throws IOException, JetStreamApiException {
        return of(stream, connection.jetStreamManagement().getStreamInfo(stream));
    }

    boolean allowsAtomicBatches() {
        return JsonValue.TRUE.equals(fields.get(ALLOW_ATOMIC));
    }

    RawStreamConfig withAtomicBatches() {
        Map<String, JsonValue> changed = new HashMap<>(fields);
        changed.put(ALLOW_ATOMIC, JsonValue.TRUE);
        return new RawStreamConfig(stream, changed);
    }

    /** Returns what the server made of it. */
    RawStreamConfig update(Connection connection) throws IOException, JetStreamApiException, InterruptedException {
        byte[] json = new JsonValue(fields).toJson().getBytes(UTF_8);
        Message reply = connection.request("$JS.API.STREAM.UPDATE." + stream, json, TIMEOUT);
        if (reply == null) {
            throw new IOException("stream " + stream + " was not updated within " + TIMEOUT.toSeconds() + " s");
        }
        return of(stream, new StreamInfo(reply).throwOnHasError());
    }

    private static RawStreamConfig of(String stream, StreamInfo info) {
        return new RawStreamConfig(stream, info.getJv().map.get("config").map);
    }
}
