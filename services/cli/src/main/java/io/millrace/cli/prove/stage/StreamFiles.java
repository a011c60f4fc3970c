package io.millrace.cli.prove.stage;

import io.nats.client.api.StreamConfiguration;
import io.nats.client.support.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The shop's streams as {@code nats-config} declares them. */
final class StreamFiles {

    private static final List<String> NAMES =
            List.of("CUSTOMERS", "ORDERS", "DELIVERY", "INVENTORY", "BILLING", "DEAD_LETTERS");

    private StreamFiles() {}

    static List<StreamConfiguration> read() {
        return NAMES.stream().map(StreamFiles::read).toList();
    }

    private static StreamConfiguration read(String name) {
        String file = "/nats-config/streams/%s.json".formatted(name);
        try (InputStream in = Objects.requireNonNull(StreamFiles.class.getResourceAsStream(file), file)) {
            return StreamConfiguration.instance(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonParseException e) {
            throw new IllegalStateException(file + " is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
