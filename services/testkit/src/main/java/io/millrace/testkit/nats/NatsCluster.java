package io.millrace.testkit.nats;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several servers of this machine that are one cluster, so that streams can have replicas. */
public final class NatsCluster implements AutoCloseable {

    private final List<NatsServer> servers;

    private NatsCluster(List<NatsServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /**
     * Where a server listens, on loopback.
     *
     * @param clients the port for clients
     * @param routes the port for the others of the cluster
     */
    public record Ports(int clients, int routes) {}

    /**
     * Starts one server for each pair of ports. Their names are {@code nats-1}, {@code nats-2} and so on.
     *
     * @param stores where each has a folder of its name
     * @param logs where each has a file of its name
     * @throws NoNatsServerException there is no server program here; a Docker image does not do
     */
    public static NatsCluster start(Path stores, Path logs, List<Ports> ports) {
        NatsInstallation installation = NatsInstallation.find();
        if (!(installation instanceof NatsInstallation.Program)) {
            throw new NoNatsServerException("A cluster needs nats-server as a program; here it is a Docker image.");
        }
        List<NatsServer> servers = IntStream.range(0, ports.size())
                .mapToObj(number -> installation.serve(workspace(number, stores, logs, ports)))
                .toList();
        servers.forEach(NatsServer::start);
        return new NatsCluster(servers);
    }

    private static Workspace workspace(int number, Path stores, Path logs, List<Ports> ports) {
        String name = "nats-" + (number + 1);
        Workspace alone = Workspace.persistent(
                stores.resolve(name), ports.get(number).clients(), logs.resolve(name + ".log"), Durability.PROCESS);
        String routes = ports.stream()
                .map(port -> "\"nats://127.0.0.1:%d\"".formatted(port.routes()))
                .collect(Collectors.joining(", "));
        return alone.with("""

                server_name: %s
                cluster {
                  name: millrace
                  listen: "127.0.0.1:%d"
                  routes: [%s]
                }
                """.formatted(name, ports.get(number).routes(), routes));
    }

    /** In the order of their names. */
    public List<NatsServer> servers() {
        return servers;
    }

    @Override
    public void close() {
        servers.forEach(NatsServer::close);
    }
}
