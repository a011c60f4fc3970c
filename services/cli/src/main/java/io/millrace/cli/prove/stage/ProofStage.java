package io.millrace.cli.prove.stage;

import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shop to be hurt: PostgreSQL, NATS and two instances of each service as processes of their own, each with proxies
 * between it and the servers.
 */
public final class ProofStage implements AutoCloseable {

    /** How long an owner may be silent. Short, so that many take-overs fit into a run. */
    public static final Duration LEASE = Duration.ofSeconds(3);

    private static final int INSTANCES = 2;
    private static final Duration PROBE = Duration.ofSeconds(2);

    private final Path place;
    private final Home home = Home.find();
    private final RestClient probe = new RestClient(PROBE);
    private final List<Instance> instances = new ArrayList<>();
    private Database database;
    private Broker broker;

    /** @param place an empty folder for all that is stored */
    public ProofStage(Path place) {
        this.place = place;
    }

    /** Starts everything and waits until all instances serve REST. */
    public void start() throws InterruptedException {
        database = new Database(place);
        broker = new Broker(place);
        for (ServiceSpec service : ServiceSpec.ALL) {
            for (int number = 1; number <= INSTANCES; number++) {
                instances.add(instance(service, service.name() + "-" + number));
            }
        }
        for (int number = 1; number <= INSTANCES; number++) {
            startEach(number);
        }
    }

    /** One of each service at a time: two that migrate the same database wait for each other anyway. */
    private void startEach(int number) throws InterruptedException {
        List<Instance> some = instances.stream()
                .filter(instance -> instance.name().endsWith("-" + number))
                .toList();
        some.forEach(Instance::start);
        for (Instance instance : some) {
            instance.process().awaitReady();
        }
    }

    private Instance instance(ServiceSpec service, String name) {
        TcpProxy toNats = new TcpProxy(broker.port());
        TcpProxy toDatabase = new TcpProxy(database.port());
        int port = SteadyPorts.free();
        ServiceProcess process = new ServiceProcess(
                service,
                URI.create("http://127.0.0.1:" + port),
                place.resolve("logs").resolve(name + ".log"),
                home.classPath(service.module()),
                Map.ofEntries(
                        Map.entry("MICRONAUT_BANNER_ENABLED", "false"),
                        Map.entry("MICRONAUT_APPLICATION_NAME", service.name()),
                        Map.entry("MILLRACE_INSTANCE", name),
                        Map.entry("MILLRACE_LEASE_DURATION", LEASE.toSeconds() + "s"),
                        Map.entry("MICRONAUT_SERVER_HOST", "127.0.0.1"),
                        Map.entry("MICRONAUT_SERVER_PORT", Integer.toString(port)),
                        Map.entry(
                                "DATASOURCES_DEFAULT_URL",
                                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(toDatabase.port(), service.name())),
                        Map.entry("DATASOURCES_DEFAULT_USERNAME", database.username()),
                        Map.entry("DATASOURCES_DEFAULT_PASSWORD", database.password()),
                        Map.entry("NATS_DEFAULT_ADDRESSES", "nats://127.0.0.1:" + toNats.port())));
        return new Instance(service, name, process, toNats, toDatabase);
    }

    public Database database() {
        return database;
    }

    public Broker broker() {
        return broker;
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    public List<Instance> instancesOf(ServiceSpec service) {
        return instances.stream()
                .filter(instance -> instance.service().equals(service))
                .toList();
    }

    public boolean isReady(Instance instance) {
        return instance.isReady(probe);
    }

    /** Where the logs are. */
    public Path logs() {
        return place.resolve("logs");
    }

    /** Stops services first, then NATS, then PostgreSQL. */
    @Override
    public void close() {
        try (Database last = database;
                Broker second = broker;
                RestClient first = probe) {
            Parallel.forEach(instances, Instance::close);
        }
    }
}
