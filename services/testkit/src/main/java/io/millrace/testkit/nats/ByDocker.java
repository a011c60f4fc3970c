package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Image;
import io.millrace.testkit.nats.NatsInstallation.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** The official image, where a Docker daemon answers and can get it. */
record ByDocker(String version) implements Way {

    private static final Logger LOG = LoggerFactory.getLogger(ByDocker.class);

    @Override
    public Optional<NatsInstallation> get() {
        if (!mayBeThere() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            LOG.info("Getting the Docker image of nats-server {}", version);
            DockerImageName image = DockerImageName.parse("nats:" + version);
            new RemoteDockerImage(image).get();
            return Optional.of(new Image(image));
        } catch (RuntimeException e) {
            LOG.info("Docker has no nats-server: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Testcontainers reports a missing daemon as an error with a stack, so it is asked only where one is likely. */
    private static boolean mayBeThere() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
    }
}
