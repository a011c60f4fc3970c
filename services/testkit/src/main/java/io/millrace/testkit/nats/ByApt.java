package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The package of Debian or Ubuntu, unpacked into the cache only: nothing of the system changes, no service is started,
 * and nobody needs to be root. Its version may be older.
 */
record ByApt(Cache cache) implements Way {

    private static final Logger LOG = LoggerFactory.getLogger(ByApt.class);

    /** Whatever version the distribution has. */
    private static final String VERSION = "apt";

    @Override
    public Optional<NatsInstallation> get() {
        return cache.find(VERSION).or(this::unpack);
    }

    private Optional<NatsInstallation> unpack() {
        SearchPath path = SearchPath.of(System.getenv("PATH"));
        return path.find("apt-get").isPresent() && path.find("dpkg-deb").isPresent() ? install() : Optional.empty();
    }

    private Optional<NatsInstallation> install() {
        LOG.warn("No nats-server here: unpacking the distribution's package");
        Path workshop = null;
        try {
            workshop = cache.workshop();
            download(workshop);
            Command.of("dpkg-deb", "-x", packageIn(workshop).toString(), workshop.toString())
                    .run();
            Path program = SearchPath.of(workshop.resolve("usr/sbin") + ":" + workshop.resolve("usr/bin"))
                    .find("nats-server")
                    .orElseThrow(() -> new IOException("the package has no program"));
            return Optional.of(cache.adopt(program, VERSION));
        } catch (IOException e) {
            LOG.warn("apt could not get nats-server: {}", e.getMessage());
            return Optional.empty();
        } finally {
            if (workshop != null) {
                FileUtils.deleteQuietly(workshop.toFile());
            }
        }
    }

    /** Fresh containers have no package lists; only root may fetch them. */
    private static void download(Path workshop) throws IOException {
        Command download = Command.of("apt-get", "download", "nats-server").in(workshop);
        try {
            download.run();
        } catch (IOException e) {
            LOG.debug("Fetching the package lists first", e);
            Command.of("apt-get", "update").run();
            download.run();
        }
    }

    private static Path packageIn(Path workshop) throws IOException {
        try (Stream<Path> files = Files.list(workshop)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("apt-get stored no package in " + List.of(workshop)));
        }
    }
}
