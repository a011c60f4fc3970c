package io.millrace.testkit.events;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.support.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A service's stream as {@code nats-config} declares it. */
record DeclaredStream(StreamConfiguration configuration) {

    private static final int NOT_FOUND = 404;

    static DeclaredStream of(String service) {
        String stream = service.toUpperCase(Locale.ROOT);
        String json = resource("streams/" + stream + ".json")
                .or(() -> resource("streams/stream-template.json"))
                .orElseThrow()
                .replace("${STREAM}", stream)
                .replace("${service}", service);
        try {
            return new DeclaredStream(StreamConfiguration.instance(json));
        } catch (JsonParseException e) {
            throw new IllegalStateException("The declaration of " + stream + " is not JSON", e);
        }
    }

    void ensure(JetStreamManagement management) throws IOException, JetStreamApiException {
        try {
            management.getStreamInfo(configuration.getName());
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            management.addStream(configuration);
        }
    }

    private static Optional<String> resource(String name) {
        try (InputStream file = DeclaredStream.class.getResourceAsStream("/nats-config/" + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
