package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Program;
import io.millrace.testkit.nats.NatsInstallation.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The formula of Homebrew. */
record ByHomebrew() implements Way {

    private static final Logger LOG = LoggerFactory.getLogger(ByHomebrew.class);

    @Override
    public Optional<NatsInstallation> get() {
        return SearchPath.of(System.getenv("PATH")).find("brew").flatMap(ByHomebrew::install);
    }

    private static Optional<NatsInstallation> install(Path brew) {
        LOG.warn("No nats-server here: installing it with Homebrew");
        try {
            Command.of(brew.toString(), "install", "nats-server").run();
            String prefix =
                    Command.of(brew.toString(), "--prefix", "nats-server").run();
            return SearchPath.of(prefix + "/bin").find("nats-server").map(Program::new);
        } catch (IOException e) {
            LOG.warn("Homebrew could not install nats-server: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
