package io.millrace.testkit.nats;

import io.millrace.testkit.process.LeftOver;
import io.millrace.testkit.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.apache.commons.io.FileUtils;

/**
 * What a server of ours works with.
 *
 * @param store the folder of the streams
 * @param port where it listens, on loopback
 * @param log what it says
 * @param lasting whether the store outlives the server
 * @param durability when the server acknowledges
 */
record Workspace(Path store, int port, Path log, boolean lasting, Durability durability) {

    static Workspace temporary() {
        try {
            Path store = Files.createTempDirectory("millrace-nats");
            return new Workspace(store, Ports.free(), store.resolve("nats-server.log"), false, Durability.PROCESS);
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
        return new Workspace(store.toAbsolutePath(), Ports.freeOr(port), log, true, durability);
    }

    Path pidFile() {
        return pidFile(store);
    }

    private static Path pidFile(Path store) {
        return store.resolve("nats-server.pid");
    }

    /** The settings, as a file beside the store. */
    Path settings() {
        Path file = store.resolve("nats-server.conf");
        try (InputStream settings = Workspace.class.getResourceAsStream(durability.settings())) {
            Files.copy(
                    Objects.requireNonNull(settings, durability.settings()), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    void release() {
        if (!lasting) {
            FileUtils.deleteQuietly(store.toFile());
        }
    }
}
