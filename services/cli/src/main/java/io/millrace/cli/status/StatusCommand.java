package io.millrace.cli.status;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunningShop;
import io.millrace.cli.shop.StateFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace status}. */
@Command(
        name = "status",
        header = "Show each service, its outbox, its consumers' positions and lag.",
        description = {
            "",
            "OUTBOX counts events that are committed but not in the stream yet; RELAY says what publishes them is"
                    + " doing, and whether as linked messages or in atomic batches; LAG counts those in the stream that a"
                    + " consumer has not handled yet, PARKED those that failed or wait behind one that did, DEAD those"
                    + " among them that are not tried again until somebody says so; '?' means that the service cannot know"
                    + " at the moment.",
            "",
            "Exit code 1 means that no shop runs, or that something is down or needs somebody: it is told in a sentence.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace status",
            "  ./millrace status --json | jq '.services[].messaging.consumers'"
        })
public final class StatusCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateFolder.Choice state;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        RunningShop shop = RunningShop.in(state.folder());
        List<ServiceStatus> services;
        try (RestClient rest = new RestClient(TIMEOUT)) {
            services = shop.services().stream()
                    .map(service -> ServiceStatus.of(service, rest))
                    .toList();
        }
        print(shop, services);
        String wrong = Stream.concat(down(services), services.stream().flatMap(ServiceStatus::wrong))
                .collect(Collectors.joining(System.lineSeparator()));
        if (!wrong.isEmpty()) {
            throw new CommandFailure(wrong);
        }
        return 0;
    }

    private Stream<String> down(List<ServiceStatus> services) {
        String down = services.stream()
                .filter(service -> !service.up())
                .map(ServiceStatus::name)
                .collect(Collectors.joining(", "));
        return down.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "Down: " + down + "; the logs are in " + state.folder().logs() + ".");
    }

    private void print(RunningShop shop, List<ServiceStatus> services) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(StatusJson.of(shop.run().nats(), services));
            out.flush();
        } else {
            new StatusTable(out, spec.commandLine().getColorScheme().ansi()).print(services);
        }
    }
}
