package io.millrace.cli.sandbox;

import io.millrace.cli.CommandFailure;
import io.millrace.testkit.provider.SandboxCard;
import io.millrace.testkit.provider.SandboxProvider;
import io.millrace.testkit.provider.SandboxSettings;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace sandbox-provider}. */
@Command(
        name = "sandbox-provider",
        header = "Run a payment provider without money, until Ctrl-C.",
        description = {
            "",
            "It has POST and GET /v1/charges and /v1/refunds, GET /v1/totals, and takes any key that begins"
                    + " with sk_test_. What becomes of a charge is the card's choice. POST /sandbox/down makes it answer 503,"
                    + " ?how=hang not at all, and ?how=refuse closes connections; POST /sandbox/up ends that.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./millrace sandbox-provider",
            "  ./millrace sandbox-provider --port 9090 --data /tmp/charges.jsonl",
            "  curl -X POST 'http://localhost:8090/sandbox/down?how=hang'"
        })
public final class SandboxProviderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8090", description = "Listen there (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Keep all that was decided in this file, so that a restart forgets nothing.")
    private Path data;

    @Override
    public Integer call() throws InterruptedException {
        SandboxSettings settings = SandboxSettings.inMemory().onPort(port);
        try (SandboxProvider provider = SandboxProvider.start(data == null ? settings : settings.keptIn(data))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("Sandbox payment provider at %s, key %s. Ctrl-C stops it."
                    .formatted(provider.url(), SandboxProvider.API_KEY));
            out.println("Cards: "
                    + Stream.of(SandboxCard.values()).map(SandboxCard::token).collect(Collectors.joining(" ")));
            out.flush();
            new CountDownLatch(1).await();
        } catch (UncheckedIOException | IllegalStateException failure) {
            throw new CommandFailure(failure.getMessage() + ".", failure);
        }
        return 0;
    }
}
