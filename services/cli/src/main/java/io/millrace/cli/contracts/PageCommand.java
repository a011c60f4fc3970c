package io.millrace.cli.contracts;

import io.millrace.asyncapi.document.AsyncApi;
import io.millrace.asyncapi.page.EventsPage;
import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace contracts page}. */
@Command(
        name = "page",
        header = "Write one HTML page with every event of the shop.",
        description = {
            "",
            "Who sends it, who takes it and reads what, fields, versions and a sample. The page needs no network."
                    + " Each service shows the same for its own events at /api/events.",
            ""
        })
final class PageCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Sources sources;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page to write.")
    private Path page;

    @Override
    public Integer call() throws Exception {
        return BadInput.orExitCode(spec, this::write);
    }

    private int write() {
        String html = EventsPage.ofShop(sources.built(AsyncApi.RESOURCE, Function.identity()), sources.registry());
        try {
            Files.writeString(page, html);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write " + page + ": " + e.getMessage() + ".", e);
        }
        spec.commandLine().getOut().println("Written to " + page + ".");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
