package io.millrace.cli.streams;

import io.millrace.chassis.stream.RawStreamConfig;
import io.nats.client.support.JsonValue;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say how streams should be. */
final class WhichStreams {

    @Option(
            names = "--declarations",
            paramLabel = "DIR",
            description = "A folder with streams/*.json, instead of the declarations that this command brings along.")
    private Path folder;

    @Option(
            names = "--also",
            paramLabel = "DIR",
            description = "A folder with more of them; a file that is there too goes before.")
    private Path more;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "On how many servers each stream is kept, instead of what its file says.")
    private Integer replicas;

    Planner planner() {
        return new Planner(Declarations.of(folder, more), this::replicated);
    }

    private RawStreamConfig replicated(RawStreamConfig stream) {
        return replicas == null ? stream : stream.with("num_replicas", new JsonValue(replicas.longValue()));
    }
}
