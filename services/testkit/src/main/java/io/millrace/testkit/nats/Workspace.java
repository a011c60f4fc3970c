package io.millrace.testkit.nats;

import io.millrace.testkit.process.LeftOver;
import io.millrace.testkit.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.io.FileUtils;

/**
 * What a server of ours works with.
 *
 * @param store the folder of the streams
 * @param port where it listens, on loopback
 * @param log what it says
 * @param lasting whether the store outlives the server
 * @param settings what stands in its configuration file
 */
record Workspace(Path store, int port, Path log, boolean lasting, String settings) {

    static Workspace temporary() {
        try {
            Path store = Files.createTempDirectory("millrace-nats");
            return new Workspace(
                    store, Ports.free(), store.resolve("nats-server.log"), false, text(Durability.PROCESS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Workspace persistent(Path store, int port, Path log, Durability durability) {
        try {
            Files.createDirectories(store);
            Files.createDirectories(log.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LeftOver.stop(pidFile(store), "nats-server");
        return new Workspace(store.toAbsolutePath(), Ports.freeOr(port), log, true, text(durability));
    }

    /** The same with more settings. */
    Workspace with(String more) {
        return new Workspace(store, port, log, lasting, settings + more);
    }

    Path pidFile() {
        return pidFile(store);
    }

    private static Path pidFile(Path store) {
        return store.resolve("nats-server.pid");
    }

    /** The settings as a file beside the store. */
    Path settingsFile() {
        try {
            return Files.writeString(store.resolve("nats-server.conf"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Durability durability) {
        try (InputStream settings = Workspace.class.getResourceAsStream(durability.settings())) {
            return new String(
                    Objects.requireNonNull(settings, durability.settings()).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        if (!lasting) {
            FileUtils.deleteQuietly(store.toFile());
        }
    }
}
