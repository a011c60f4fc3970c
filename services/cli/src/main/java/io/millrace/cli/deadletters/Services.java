package io.millrace.cli.deadletters;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunFile;
import io.millrace.cli.shop.RunningShop;
import io.millrace.cli.shop.StateFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which services are asked. */
final class Services {

    /** A redrive of 100,000 takes seconds. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Mixin
    private StateFolder.Choice state;

    @Option(names = "--service", paramLabel = "NAME", description = "Ask this service only, not all of the shop.")
    private String only;

    /**
     * Asks one service after the other, until one answer says that it is enough. One that fails does not keep the others
     * from being asked.
     *
     * @param wantsMore whether to go on with the next one
     * @throws CommandFailure at the end, with what failed
     */
    void each(Predicate<Letters> wantsMore) {
        List<String> failures = new ArrayList<>();
        try (RestClient rest = new RestClient(TIMEOUT)) {
            for (RunFile.Service service : chosen()) {
                try {
                    if (!wantsMore.test(new Letters(service.name(), service.url(), rest))) {
                        break;
                    }
                } catch (CommandFailure failure) {
                    failures.add(failure.getMessage());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new CommandFailure(String.join(System.lineSeparator(), failures));
        }
    }

    private List<RunFile.Service> chosen() {
        List<RunFile.Service> all = RunningShop.in(state.folder()).services();
        List<RunFile.Service> chosen = all.stream()
                .filter(service -> only == null || service.name().equals(only))
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandFailure("The running shop has no service '%s', but these: %s."
                    .formatted(only, all.stream().map(RunFile.Service::name).collect(Collectors.joining(", "))));
        }
        return chosen;
    }
}
