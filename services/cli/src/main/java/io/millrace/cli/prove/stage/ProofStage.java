package io.millrace.cli.prove.stage;

import io.millrace.cli.prove.clock.SkewedClock;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Home;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A shop to be hurt: PostgreSQL, NATS, a payment provider and two instances of each service as processes of their own, each
 * instance with proxies between it and the servers.
 */
public final class ProofStage implements AutoCloseable {

    /** How long an owner may be silent. Short, so that many take-overs fit into a run. */
    public static final Duration LEASE = Duration.ofSeconds(3);

    /** When events are delivered again that are not acknowledged: sooner than a handler gives up waiting for a lock. */
    private static final Duration ACK_WAIT = Duration.ofSeconds(2);

    /** Few and quick attempts, so that what cannot be handled is a dead letter within a second or two. */
    private static final Map<String, String> RETRIES = Map.of(
            "MILLRACE_CONSUMER_RETRIES_ATTEMPTS", "3",
            "MILLRACE_CONSUMER_RETRIES_FIRST_DELAY", "100ms",
            "MILLRACE_CONSUMER_RETRIES_LONGEST_DELAY", "500ms");

    /** A payment that came to nothing for a while is tried again within seconds. */
    private static final Map<String, String> PATIENCE_WITH_THE_PROVIDER =
            Map.of("MILLRACE_BILLING_SETTLEMENT_LONGEST_RETRY", "5s");

    /** An order whose stock or money nobody answers for is given up within a run, and the answer may still come. */
    private static final Map<String, String> PATIENCE_WITH_ANSWERS = Map.of(
            "MILLRACE_FULFILMENT_STOCK_WITHIN", "40s",
            "MILLRACE_FULFILMENT_PAYMENT_WITHIN", "20s",
            "MILLRACE_SAGAS_GRACE", "0s");

    private static final int INSTANCES = 2;
    private static final Duration PROBE = Duration.ofSeconds(2);

    /** For the clock that can go wrong. */
    private static final Path OWN_CODE = Path.of(URI.create(SkewedClock.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString()));

    private final Path place;
    private final Home home = Home.find();
    private final AotCaches caches = new AotCaches(home, OWN_CODE);
    private final RestClient probe = new RestClient(PROBE);
    private final List<Instance> instances = new ArrayList<>();
    private Database database;
    private final Kind kind;
    private Nats nats;
    private PaymentProvider provider;

    /** What the shop publishes to. */
    public enum Kind {
        /** One server, which syncs before it acknowledges, on a disk of its own. */
        ONE_SERVER,

        /** Three servers, each stream with a replica on all of them. */
        CLUSTER
    }

    /** @param place a folder for all that is stored, empty or not yet there */
    public ProofStage(Path place, Kind kind) {
        this.place = place;
        this.kind = kind;
    }

    /** Starts PostgreSQL, NATS and the payment provider. */
    public void startServers() throws InterruptedException {
        database = new Database(place);
        nats = kind == Kind.CLUSTER ? cluster(new BrokerCluster(place)) : new Broker(place);
        provider = new PaymentProvider(home, place, SteadyPorts.free());
        provider.start();
        for (ServiceSpec service : ServiceSpec.ALL) {
            for (int number = 1; number <= INSTANCES; number++) {
                instances.add(instance(service, service.name() + "-" + number));
            }
        }
    }

    private static BrokerCluster cluster(BrokerCluster cluster) throws InterruptedException {
        cluster.declare(StreamFiles.read());
        return cluster;
    }

    /** Starts both instances of each service, and waits until they serve REST. */
    public void startInstances() throws InterruptedException {
        instances.forEach(Instance::start);
        for (Instance instance : instances) {
            instance.process().awaitReady();
        }
    }

    /**
     * Has one instance of each service live a short life first, if one of their JVMs has not learned yet how to start
     * quickly: none of them can be used without the others.
     *
     * @param life what they are used for meanwhile
     */
    public void rehearse(Life life) throws InterruptedException {
        if (ServiceSpec.ALL.stream().noneMatch(caches::isMissing)) {
            return;
        }
        List<Instance> learners = ServiceSpec.ALL.stream()
                .map(service -> instancesOf(service).getFirst())
                .toList();
        learners.forEach(learner -> learner.start(caches.learning(learner.service())));
        for (Instance learner : learners) {
            learner.process().awaitReady();
        }
        life.live();
        learners.forEach(Instance::askToStop);
        for (Instance learner : learners) {
            learner.process().awaitEnd();
        }
    }

    /** What services are used for. */
    @FunctionalInterface
    public interface Life {
        void live() throws InterruptedException;
    }

    private Instance instance(ServiceSpec service, String name) {
        List<TcpProxy> toNats = nats.ports().stream().map(TcpProxy::new).toList();
        TcpProxy toDatabase = new TcpProxy(database.port());
        int port = SteadyPorts.free();
        ServiceProcess process = new ServiceProcess(
                service,
                URI.create("http://127.0.0.1:" + port),
                place.resolve("logs").resolve(name + ".log"),
                home.jvm(service.module()).and(OWN_CODE),
                environment(service, name, port, toNats, toDatabase));
        return new Instance(service, name, process, toNats, toDatabase);
    }

    private Map<String, String> environment(
            ServiceSpec service, String name, int port, List<TcpProxy> toNats, TcpProxy toDatabase) {
        Map<String, String> environment = new HashMap<>(caches.using(service));
        environment.putAll(Map.of(
                "MICRONAUT_BANNER_ENABLED",
                "false",
                "MICRONAUT_APPLICATION_NAME",
                service.name(),
                "MILLRACE_INSTANCE",
                name,
                "MILLRACE_LEASE_DURATION",
                LEASE.toSeconds() + "s",
                "MICRONAUT_SERVER_HOST",
                "127.0.0.1",
                "MICRONAUT_SERVER_PORT",
                Integer.toString(port),
                "DATASOURCES_DEFAULT_USERNAME",
                database.username(),
                "DATASOURCES_DEFAULT_PASSWORD",
                database.password()));
        environment.putAll(RETRIES);
        environment.putAll(PATIENCE_WITH_THE_PROVIDER);
        environment.putAll(PATIENCE_WITH_ANSWERS);
        environment.put("MILLRACE_BILLING_PROVIDER_URL", provider.url().toString());
        environment.put("MILLRACE_CONSUMER_ACK_WAIT", ACK_WAIT.toSeconds() + "s");
        environment.put(
                "NATS_DEFAULT_ADDRESSES",
                toNats.stream().map(way -> "nats://127.0.0.1:" + way.port()).collect(Collectors.joining(",")));
        environment.put(
                "DATASOURCES_DEFAULT_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(toDatabase.port(), service.name()));
        return environment;
    }

    public Database database() {
        return database;
    }

    public Nats nats() {
        return nats;
    }

    public PaymentProvider provider() {
        return provider;
    }

    /** @throws IllegalStateException there is a cluster instead */
    public Broker broker() {
        if (nats instanceof Broker broker) {
            return broker;
        }
        throw new IllegalStateException("this shop has a cluster");
    }

    /** @throws IllegalStateException there is a single server instead */
    public BrokerCluster cluster() {
        if (nats instanceof BrokerCluster cluster) {
            return cluster;
        }
        throw new IllegalStateException("this shop has a single server");
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    public List<Instance> instancesOf(ServiceSpec service) {
        return instances.stream()
                .filter(instance -> instance.service().equals(service))
                .toList();
    }

    /** A port that no caller knows. */
    public int hiddenPort() {
        return SteadyPorts.free();
    }

    public boolean isReady(Instance instance) {
        return instance.isReady(probe);
    }

    /** Where the logs are. */
    public Path logs() {
        return place.resolve("logs");
    }

    /** Stops services first, then what they ask. */
    @Override
    public void close() {
        try (Database last = database;
                Nats third = nats;
                PaymentProvider second = provider;
                RestClient first = probe) {
            Parallel.forEach(instances, Instance::close);
        }
    }
}
