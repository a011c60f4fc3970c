package io.millrace.cli.up;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.shop.PortPlan;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import io.millrace.cli.shop.StateFolder;
import io.millrace.testkit.nats.Durability;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace up}. */
@Command(
        name = "up",
        header = "Start PostgreSQL, NATS and every service, and run until Ctrl-C.",
        description = {
            "",
            "Each part is a process of its own on this machine's loopback address. What they store stays in the state"
                    + " folder, so the next 'up' goes on where this one ended. A service that dies is started again.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace up",
            "  ./millrace up --logs all",
            "  ./millrace up --durable",
            "  ./millrace up --state /tmp/other-shop --port-base 9000"
        })
public final class UpCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final List<String> SERVERS = List.of("postgres", "nats");

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateFolder.Choice state;

    @Option(
            names = "--logs",
            paramLabel = "PART",
            split = ",",
            arity = "1..*",
            description =
                    "Show the logs of these: customers, orders, delivery, inventory, billing, provider, postgres, nats,"
                            + " or all.")
    private List<String> logs = List.of();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description =
                    "Use the ports N+1 to N+8: customers, orders, delivery, PostgreSQL, NATS, inventory, billing, the sandbox"
                            + " payment provider (8081, 8082, 8083, 5442, 4222, 8084, 8085, 8090).")
    private Integer portBase;

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            split = ",",
            arity = "1..*",
            description = "Start only these services.")
    private List<String> only = List.of();

    @Option(
            names = "--payment-provider",
            paramLabel = "URL",
            description = "Pay at this payment provider, instead of a sandbox provider that is started with the shop.")
    private URI paymentProvider;

    @Option(
            names = "--durable",
            description =
                    "NATS writes to disk before it acknowledges (sync_interval: always), so that what is published"
                            + " survives a power cut and not only the end of a process. Slower; the server must be 2.10 or"
                            + " newer.")
    private boolean durable;

    @Override
    public Integer call() {
        List<ServiceSpec> services = services();
        List<String> shownLogs = shownLogs(services);
        PortPlan ports = portBase == null ? PortPlan.standard() : PortPlan.from(portBase);
        try (StopSignal stop = StopSignal.install()) {
            up(ports, services, shownLogs, stop);
        }
        return 0;
    }

    private void up(PortPlan ports, List<ServiceSpec> services, List<String> shownLogs, StopSignal stop) {
        PrintWriter out = spec.commandLine().getOut();
        try (Shop shop = Shop.in(state.folder(), ports)) {
            if (paymentProvider != null) {
                shop.payAt(paymentProvider);
            }
            run(shop, services, shownLogs, stop, out);
            out.println("Stopping services, NATS and PostgreSQL.");
            out.flush();
        } catch (CommandFailure failure) {
            if (!stop.isWanted()) {
                throw failure;
            }
        }
        out.println("Stopped.");
        out.flush();
    }

    private void run(Shop shop, List<ServiceSpec> services, List<String> shownLogs, StopSignal stop, PrintWriter out) {
        Instant began = Instant.now();
        if (!shop.leftOvers().isEmpty()) {
            out.println("Stopped what a killed 'up' had left running: " + String.join(", ", shop.leftOvers()) + ".");
        }
        shop.ports().require(parts(services));
        List<LogStream> streams = shownLogs.stream()
                .map(part -> new LogStream(part, shop.state().log(part), out).start())
                .toList();
        out.println("Starting PostgreSQL, NATS, " + String.join(", ", names(services)) + " …");
        out.flush();
        shop.startServers(durable ? Durability.POWER_CUT : Durability.PROCESS);
        shop.start(services);
        out.println("Millrace is up after %.1f s. Ctrl-C stops it."
                .formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0));
        new AddressTable(shop).print(out, spec.commandLine().getColorScheme().ansi());
        try (Supervisor _ = new Supervisor(shop, out).start()) {
            stop.await();
        }
        streams.forEach(LogStream::close);
    }

    private List<ServiceSpec> services() {
        for (String name : only) {
            requireKnown("--only", name, names(ServiceSpec.ALL));
        }
        List<ServiceSpec> services = ServiceSpec.ALL.stream()
                .filter(service -> only.isEmpty() || only.contains(service.name()))
                .toList();
        boolean sandbox = paymentProvider == null && services.contains(ServiceSpec.BILLING);
        return sandbox
                ? Stream.concat(services.stream(), Stream.of(ServiceSpec.PROVIDER))
                        .toList()
                : services;
    }

    private List<String> shownLogs(List<ServiceSpec> services) {
        List<String> known =
                Stream.concat(names(services).stream(), SERVERS.stream()).toList();
        for (String part : logs) {
            if (!part.equals(ALL)) {
                requireKnown("--logs", part, known);
            }
        }
        return logs.contains(ALL) ? known : logs;
    }

    private void requireKnown(String option, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new ParameterException(
                    spec.commandLine(), "%s knows %s, but not '%s'.".formatted(option, String.join(", ", known), name));
        }
    }

    private static List<String> names(List<ServiceSpec> services) {
        return services.stream().map(ServiceSpec::name).toList();
    }

    private static List<String> parts(List<ServiceSpec> services) {
        List<String> parts = new ArrayList<>(names(services));
        parts.add(PortPlan.POSTGRES);
        parts.add(PortPlan.NATS);
        return parts;
    }
}
