package io.millrace.testkit.nats;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.utility.DockerImageName;

/** How this machine can run a NATS server. */
sealed interface NatsInstallation {

    /** The version that is installed where none is there. Any server from 2.9.10 on is taken as it is. */
    String VERSION = "2.14.5";

    /** Makes a server, not yet started. */
    NatsServer serve(Workspace workspace);

    /** What is there already comes first, what takes a minute comes last. */
    static NatsInstallation find() {
        Cache cache = Cache.ofUser();
        return first(List.of(SearchPath.of(System.getenv("PATH")), cache::find, new ByDocker(VERSION)))
                .or(() -> cache.locked(
                        () -> first(List.of(cache::find, new ByGo(cache), new ByHomebrew(), new ByApt(cache)))))
                .orElseThrow(NoNatsServerException::new);
    }

    private static Optional<NatsInstallation> first(List<Way> ways) {
        return ways.stream().map(Way::get).flatMap(Optional::stream).findFirst();
    }

    /** One way to get at a server: what it found, or nothing if it does not work on this machine. */
    @FunctionalInterface
    interface Way extends Supplier<Optional<NatsInstallation>> {}

    /** A program of this machine. */
    record Program(Path file) implements NatsInstallation {
        @Override
        public NatsServer serve(Workspace workspace) {
            return new ServerProcess(file, workspace);
        }
    }

    /** An image that this machine's Docker has. */
    record Image(DockerImageName name) implements NatsInstallation {
        @Override
        public NatsServer serve(Workspace workspace) {
            return new ServerContainer(name, workspace);
        }
    }
}
