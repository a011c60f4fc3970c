package io.millrace.proof.production;

import io.millrace.cli.shop.Home;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three servers that include {@code cluster.conf} and {@code accounts.conf}, with the addresses of this machine in them. */
record ProductionServers(List<NatsServer> servers) implements AutoCloseable {

    static final String PASSWORD = "a-password-of-the-test";

    private static final int SERVERS = 3;

    static ProductionServers start(Home home, Path folder) throws IOException {
        Path config = home.folder().resolve("nats-config/src/main/resources/nats-config");
        copy(config.resolve("accounts"), folder.resolve("accounts"));
        String common = Files.readString(config.resolve("server/cluster.conf"));
        List<Integer> routes =
                Stream.generate(Ports::free).distinct().limit(SERVERS).toList();
        List<NatsServer> servers = new ArrayList<>();
        for (int number = 1; number <= SERVERS; number++) {
            Path store = Files.createDirectories(folder.resolve("nats-" + number));
            Files.writeString(store.resolve("cluster.conf"), here(common, routes, number));
            servers.add(NatsServer.withSettings(
                    store, Ports.free(), folder.resolve("nats-" + number + ".log"), own("nats-" + number)));
        }
        return new ProductionServers(servers);
    }

    /** The small file of each server, as cluster.conf describes it. */
    private static String own(String name) {
        return "server_name: %s\ninclude \"cluster.conf\"\n".formatted(name);
    }

    private static String here(String common, List<Integer> routes, int number) {
        // Where the store is stands on the command line.
        String text = common.replace("  store_dir: /var/lib/nats\n", "")
                .replace("http: 127.0.0.1:8222", "http: 127.0.0.1:" + Ports.free())
                .replace("listen: 0.0.0.0:6222", "listen: 127.0.0.1:" + routes.get(number - 1))
                .replace("# include \"../accounts/accounts.conf\"", "include \"../accounts/accounts.conf\"");
        for (int other = 1; other <= SERVERS; other++) {
            text = text.replace("nats://nats-%d:6222".formatted(other), "nats://127.0.0.1:" + routes.get(other - 1));
        }
        return text;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.writeString(
                        to.resolve(file.getFileName()),
                        Files.readString(file).replaceAll("\\$MILLRACE_[A-Z]+_PASSWORD", PASSWORD));
            }
        }
    }

    String urls() {
        return servers.stream().map(NatsServer::url).collect(Collectors.joining(","));
    }

    /** {@code nats-1}, {@code nats-2} or {@code nats-3}. */
    NatsServer get(int number) {
        return servers.get(number - 1);
    }

    @Override
    public void close() {
        servers.forEach(NatsServer::close);
    }
}
