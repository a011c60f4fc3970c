package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Built from source with the Go of this machine, whose settings (proxy, tool chain, flags) are respected. */
record ByGo(Cache cache) implements Way {

    private static final Logger LOG = LoggerFactory.getLogger(ByGo.class);

    @Override
    public Optional<NatsInstallation> get() {
        return SearchPath.of(System.getenv("PATH"))
                .find("go")
                .or(() -> SearchPath.of("/usr/local/go/bin").find("go"))
                .flatMap(this::install);
    }

    private Optional<NatsInstallation> install(Path go) {
        String module = "github.com/nats-io/nats-server/v2@v" + NatsInstallation.VERSION;
        LOG.warn("No nats-server here: building {} with Go, once, which takes about a minute", module);
        Path workshop = null;
        try {
            workshop = cache.workshop();
            Command.of(go.toString(), "install", module)
                    .in(workshop)
                    .with("GOBIN", workshop.toString())
                    .run();
            Path built = SearchPath.of(workshop.toString()).find("nats-server").orElseThrow();
            return Optional.of(cache.adopt(built, "v" + NatsInstallation.VERSION));
        } catch (IOException e) {
            LOG.warn("Go could not build nats-server: {}", e.getMessage());
            return Optional.empty();
        } finally {
            if (workshop != null) {
                FileUtils.deleteQuietly(workshop.toFile());
            }
        }
    }
}
