package io.millrace.cli.prove.stage;

import io.millrace.testkit.nats.Durability;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A NATS server that syncs before it acknowledges, with a disk of its own. */
public final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Disk disk;
    private final NatsServer server;
    private final int port;

    Broker(Path place) {
        this.disk = Disk.in(place, "nats");
        this.port = SteadyPorts.free();
        this.server =
                NatsServer.persistent(store(), port, place.resolve("logs").resolve("nats.log"), Durability.POWER_CUT);
    }

    private Path store() {
        return disk.folder().resolve("store");
    }

    int port() {
        return port;
    }

    /** A connection that no fault of the way hits. It does not come back when the server does. */
    public Connection connect() throws IOException {
        try {
            return Nats.connect(Options.builder()
                    .server(server.url())
                    .noReconnect()
                    .connectionTimeout(PATIENCE)
                    .errorListener(new ErrorListener() {})
                    .build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    public void stop() {
        server.stop();
    }

    public void kill() {
        server.kill();
    }

    public void start() {
        server.start();
    }

    public boolean canLosePower() {
        return disk.canLosePower();
    }

    /** What was not synced is gone. Where the disk cannot do that, it is a crash. */
    public void losePower() {
        if (disk.canLosePower()) {
            Signals.pause(Signals.family(store().resolve("nats-server.pid")));
            disk.remember();
        }
        server.kill();
        if (disk.canLosePower()) {
            disk.goOn();
        }
        server.start();
    }

    public void fillDisk() {
        disk.fill();
    }

    public void makeRoomOnDisk() {
        disk.makeRoom();
    }

    @Override
    public void close() {
        try (disk) {
            server.close();
        }
    }
}
