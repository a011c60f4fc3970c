package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace consumers list}. */
@Command(
        name = "list",
        header = "List consumers with position, lag, parked events and dead letters.",
        description = {"", "'?' means that the service cannot know at the moment.", ""})
final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Consumers consumers;

    @Option(names = "--json", description = "For programs: one object per line.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<JsonNode> all = consumers.all();
        if (json) {
            all.forEach(out::println);
            out.flush();
        } else {
            ConsumerTable.print(out, spec.commandLine().getColorScheme().ansi(), all);
        }
        return 0;
    }
}
