package io.millrace.testkit.nats;

import io.millrace.testkit.nats.NatsInstallation.Program;
import io.millrace.testkit.nats.NatsInstallation.Way;
import java.util.Optional;

/** Built from source. */
record ByGo(Cache cache) implements Way {

    @Override
    public Optional<NatsInstallation> get() {
        return new GoInstall(cache)
                .install(
                        "github.com/nats-io/nats-server/v2@v" + NatsInstallation.VERSION,
                        "nats-server",
                        Cache.server("v" + NatsInstallation.VERSION))
                .map(Program::new);
    }
}
