package io.millrace.testkit.nats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds programs with the Go of this machine, whose settings (proxy, tool chain, flags) are respected. */
record GoInstall(Cache cache) {

    private static final Logger LOG = LoggerFactory.getLogger(GoInstall.class);

    /**
     * Builds a program into the cache.
     *
     * @param module with its version
     * @param program what Go calls it
     * @param name what it is called in the cache
     * @return empty if there is no Go, or it fails
     */
    Optional<Path> install(String module, String program, String name) {
        return SearchPath.of(System.getenv("PATH"))
                .find("go")
                .or(() -> SearchPath.of("/usr/local/go/bin").find("go"))
                .flatMap(go -> install(go, module, program, name));
    }

    private Optional<Path> install(Path go, String module, String program, String name) {
        LOG.warn("Building {} with Go, once, which takes about a minute", module);
        Path workshop = null;
        try {
            workshop = cache.workshop();
            Command.of(go.toString(), "install", module)
                    .in(workshop)
                    .with("GOBIN", workshop.toString())
                    .run();
            Path built = SearchPath.of(workshop.toString()).find(program).orElseThrow();
            return Optional.of(cache.adoptFile(built, name));
        } catch (IOException e) {
            LOG.warn("Go could not build {}: {}", program, e.getMessage());
            return Optional.empty();
        } finally {
            if (workshop != null) {
                FileUtils.deleteQuietly(workshop.toFile());
            }
        }
    }
}
