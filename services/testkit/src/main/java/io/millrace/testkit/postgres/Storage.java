package io.millrace.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * Where an embedded server keeps its data, and how carefully.
 *
 * @param data the data directory
 * @param output where the server's own log goes
 * @param lasting whether the data outlives the server
 */
record Storage(Path data, Redirect output, boolean lasting) {

    static Storage temporary() {
        try {
            return new Storage(Files.createTempDirectory("millrace-postgres"), Redirect.DISCARD, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Storage persistent(Path data, Path log) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Storage(data, Redirect.appendTo(log.toFile()), true);
    }

    /** The library's own defaults are fast and careless, which suits only data that is thrown away. */
    EmbeddedPostgres.Builder applyTo(EmbeddedPostgres.Builder builder) {
        String durable = lasting ? "on" : "off";
        return builder.setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setOutputRedirector(output)
                .setErrorRedirector(output);
    }

    void release() {
        if (!lasting) {
            FileUtils.deleteQuietly(data.toFile());
        }
    }
}
