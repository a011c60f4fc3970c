package io.millrace.chassis.nats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files of {@code nats-config}, which people, services and tests all read. */
public final class NatsConfigFiles {

    private NatsConfigFiles() {}

    /** The text of a file such as {@code streams/ORDERS.json}, if there is one. */
    public static Optional<String> find(String file) {
        try (InputStream in = NatsConfigFiles.class.getClassLoader().getResourceAsStream("nats-config/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException there is none; the message says what to do */
    public static String read(String file) {
        return find(file)
                .orElseThrow(() -> new IllegalStateException(
                        "no nats-config/" + file + " on the class path: add millrace-nats-config to the dependencies"));
    }
}
