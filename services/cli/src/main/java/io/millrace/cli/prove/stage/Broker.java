package io.millrace.cli.prove.stage;

import io.millrace.testkit.nats.Durability;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A NATS server that syncs before it acknowledges, with a disk of its own. */
public final class Broker implements Nats {

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

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Connection connect() throws IOException {
        return NatsConnections.toAny(List.of(server.url()));
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
