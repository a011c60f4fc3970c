package io.millrace.testkit.nats;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code nats} command line, for tests of what people are told to type with it.
 *
 * @param program where it is
 */
public record NatsTool(Path program) {

    /** The version whose words are checked. */
    private static final String VERSION = "0.4.0";

    /**
     * The program of this user's cache, which Go builds once, or else one on the {@code PATH}, whatever its version. Empty
     * where there is neither.
     */
    public static Optional<NatsTool> find() {
        Cache cache = Cache.ofUser();
        String name = "nats-v" + VERSION;
        return cache.file(name)
                .or(() -> cache.locked(() -> cache.file(name)
                        .or(() -> new GoInstall(cache)
                                .install("github.com/nats-io/natscli/nats@v" + VERSION, "nats", name))))
                .or(() -> SearchPath.of(System.getenv("PATH")).find("nats"))
                .map(NatsTool::new);
    }
}
