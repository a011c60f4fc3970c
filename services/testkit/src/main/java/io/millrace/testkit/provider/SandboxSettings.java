package io.millrace.testkit.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox provider runs.
 *
 * @param port where it listens on this machine's loopback address; 0 for any free port
 * @param data the file that keeps all it has decided, or empty to keep it in memory only
 * @param slow how long a slow card takes
 */
public record SandboxSettings(int port, Optional<Path> data, Duration slow) {

    private static final Duration SLOW = Duration.ofSeconds(3);

    /** In memory, on any free port. */
    public static SandboxSettings inMemory() {
        return new SandboxSettings(0, Optional.empty(), SLOW);
    }

    public SandboxSettings onPort(int other) {
        return new SandboxSettings(other, data, slow);
    }

    public SandboxSettings keptIn(Path file) {
        return new SandboxSettings(port, Optional.of(file), slow);
    }

    public SandboxSettings withSlowCardsTaking(Duration time) {
        return new SandboxSettings(port, data, time);
    }
}
