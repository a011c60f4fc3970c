package io.millrace.cli.shop;

import io.millrace.testkit.process.LeftOver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops what is left of a shop whose process was killed: services first, then NATS, then PostgreSQL. */
final class LeftOvers {

    private static final long PATIENCE_SECONDS = 10;

    private LeftOvers() {}

    /** The caller holds the folder's lock. Returns the services that were stopped. */
    static List<String> stop(StateFolder state) {
        List<String> stopped = new ArrayList<>();
        RunFile.read(state)
                .ifPresent(run -> run.services()
                        .forEach(service -> service.process().find().ifPresent(process -> {
                            stop(process);
                            stopped.add(service.name());
                        })));
        LeftOver.stop(state.natsStore().resolve("nats-server.pid"), "nats-server");
        LeftOver.stop(state.postgresData().resolve("postmaster.pid"), "postgres");
        RunFile.delete(state);
        return stopped;
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
    }
}
