package io.millrace.cli.shop;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.ShopUrls;
import io.millrace.testkit.nats.Durability;
import io.millrace.testkit.nats.NatsServer;
import io.millrace.testkit.nats.NoNatsServerException;
import io.millrace.testkit.postgres.PostgresServer;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A whole shop on this machine: PostgreSQL, NATS and services, each as a process of its own, with all they keep in one
 * state folder. Whoever starts it closes it.
 */
public final class Shop implements AutoCloseable {

    private final Function<ServiceSpec, Jvm> jvms;
    private final StateFolder state;
    private final PortPlan ports;
    private final StateLock lock;
    private final List<String> leftOvers;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private Optional<URI> paymentProvider = Optional.empty();
    private PostgresServer postgres;
    private NatsServer nats;

    private Shop(
            Function<ServiceSpec, Jvm> jvms,
            StateFolder state,
            PortPlan ports,
            StateLock lock,
            List<String> leftOvers) {
        this.jvms = jvms;
        this.state = state;
        this.ports = ports;
        this.lock = lock;
        this.leftOvers = leftOvers;
    }

    /**
     * Takes the folder and stops what a killed process left there. Nothing is started yet.
     *
     * @throws CommandFailure another shop runs from that folder
     */
    public static Shop in(StateFolder state, PortPlan ports) {
        Home home = Home.find();
        return in(state, ports, spec -> home.jvm(spec.module()));
    }

    /** The same with processes that are started in another way. */
    public static Shop in(StateFolder state, PortPlan ports, Function<ServiceSpec, Jvm> jvms) {
        StateLock lock = StateLock.take(state);
        return new Shop(jvms, state, ports, lock, LeftOvers.stop(state));
    }

    /**
     * Deletes all that a shop has stored.
     *
     * @param confirm runs before anything is deleted, and throws to prevent it
     * @throws CommandFailure a shop runs from that folder
     */
    public static void empty(StateFolder state, Runnable confirm) {
        try (StateLock _ = StateLock.take(state);
                StateLock _ = StateLock.takeIfThere(state.demo())) {
            confirm.run();
            LeftOvers.stop(state.demo());
            LeftOvers.stop(state);
            state.empty();
        }
    }

    /** The services that a killed process had left running; they have been stopped. */
    public List<String> leftOvers() {
        return leftOvers;
    }

    public StateFolder state() {
        return state;
    }

    public PortPlan ports() {
        return ports;
    }

    /**
     * Starts PostgreSQL and NATS.
     *
     * @throws CommandFailure one of them does not start
     */
    public void startServers() {
        startServers(Durability.PROCESS);
    }

    /** The same, with a choice of what the messages that NATS has acknowledged survive. */
    public void startServers(Durability durability) {
        inParallel(List.of(
                () -> postgres = PostgresServer.persistent(
                        state.postgresData(), ports.of(PortPlan.POSTGRES), state.log("postgres")),
                () -> nats = NatsServer.persistent(
                        state.natsStore(), ports.of(PortPlan.NATS), state.log("nats"), durability)));
        remember();
    }

    /**
     * Starts services in parallel and waits until each serves REST.
     *
     * @throws CommandFailure one of them does not start
     */
    public void start(Collection<ServiceSpec> specs) {
        for (ServiceSpec spec : specs) {
            services.computeIfAbsent(spec.name(), _ -> process(spec));
        }
        inParallel(specs.stream().map(spec -> (Step) () -> start(spec.name())).toList());
    }

    /** Starts a service again that has ended, and waits until it serves REST. */
    public void start(String name) throws InterruptedException {
        ServiceProcess service = service(name);
        service.start();
        remember();
        service.awaitReady();
    }

    /** Payments are made there from now on, and not at the sandbox provider of this shop. */
    public void payAt(URI provider) {
        paymentProvider = Optional.of(provider);
    }

    /** An environment variable of all services that are started for the first time from now on. */
    public void set(String variable, String value) {
        settings.put(variable, value);
    }

    private ServiceProcess process(ServiceSpec spec) {
        return spec.equals(ServiceSpec.PROVIDER) ? provider(spec) : service(spec);
    }

    private ServiceProcess provider(ServiceSpec spec) {
        return new ServiceProcess(
                spec,
                sandbox(),
                state.log(spec.name()),
                jvms.apply(spec),
                Map.of(),
                List.of(
                        "sandbox-provider",
                        "--port",
                        Integer.toString(sandbox().getPort()),
                        "--data",
                        state.providerData().toString()));
    }

    private URI sandbox() {
        return URI.create("http://127.0.0.1:" + ports.of(ServiceSpec.PROVIDER.name()));
    }

    private ServiceProcess service(ServiceSpec spec) {
        postgres.createDatabase(spec.name());
        return new ServiceProcess(
                spec,
                URI.create("http://127.0.0.1:" + ports.of(spec.name())),
                state.log(spec.name()),
                jvms.apply(spec),
                environment(spec));
    }

    private Map<String, String> environment(ServiceSpec spec) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "MICRONAUT_BANNER_ENABLED", "false",
                "MICRONAUT_APPLICATION_NAME", spec.name(),
                "MILLRACE_INSTANCE", spec.name() + "-1",
                "MICRONAUT_SERVER_HOST", "127.0.0.1",
                "MICRONAUT_SERVER_PORT", Integer.toString(ports.of(spec.name())),
                "DATASOURCES_DEFAULT_URL", postgres.jdbcUrl(spec.name()),
                "DATASOURCES_DEFAULT_USERNAME", postgres.username(),
                "DATASOURCES_DEFAULT_PASSWORD", postgres.password(),
                "NATS_DEFAULT_ADDRESSES", nats.url(),
                "MILLRACE_BILLING_PROVIDER_URL",
                        paymentProvider.orElseGet(this::sandbox).toString()));
        return environment;
    }

    public ServiceProcess service(String name) {
        return services.get(name);
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    public NatsServer nats() {
        return nats;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    /** For psql and most other tools. */
    public String databaseUrl(String name) {
        return "postgresql://%s:%s@localhost:%d/%s"
                .formatted(postgres.username(), postgres.password(), ports.of(PortPlan.POSTGRES), name);
    }

    public ShopUrls urls() {
        return new ShopUrls(
                service("customers").url(),
                service("orders").url(),
                service("delivery").url(),
                service("inventory").url(),
                service("billing").url());
    }

    private synchronized void remember() {
        List<RunFile.Service> running = services.values().stream()
                .filter(ServiceProcess::isAlive)
                .map(service -> new RunFile.Service(service.name(), service.url(), service.id()))
                .toList();
        new RunFile(ProcessId.of(ProcessHandle.current()), nats.url(), databaseUrl("postgres"), running).write(state);
    }

    /** Stops services first, then NATS, then PostgreSQL. What is not running is left out. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try (lock) {
            stopAll();
            RunFile.delete(state);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whatever goes wrong with one of them, the others are stopped. */
    private void stopAll() {
        try (PostgresServer last = postgres;
                NatsServer second = nats) {
            inParallel(services.values().stream()
                    .map(service -> (Step) service::stop)
                    .toList());
        }
    }

    private static void inParallel(List<Step> steps) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = steps.stream()
                    .map(step -> threads.submit(() -> {
                        step.take();
                        return (Void) null;
                    }))
                    .toList();
            for (Future<Void> step : running) {
                step.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", interrupted);
        } catch (java.util.concurrent.ExecutionException failure) {
            throw sentence(failure.getCause());
        }
    }

    private static RuntimeException sentence(Throwable cause) {
        return switch (cause) {
            case CommandFailure failure -> failure;
            case NoNatsServerException missing -> new CommandFailure(missing.getMessage(), missing);
            default -> new CommandFailure(String.valueOf(cause.getMessage()), cause);
        };
    }

    @FunctionalInterface
    private interface Step {
        void take() throws InterruptedException;
    }
}
