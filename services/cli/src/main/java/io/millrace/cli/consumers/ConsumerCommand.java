package io.millrace.cli.consumers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one consumer, which it shows at the end. */
abstract class ConsumerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Consumers consumers;

    @Parameters(paramLabel = "CONSUMER", description = "For example delivery-orders.")
    private String name;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    /** Returns the consumer as it is afterwards. */
    abstract JsonNode act(Consumers all, String consumer);

    @Override
    public Integer call() {
        JsonNode consumer = act(consumers, name);
        if (json) {
            out().println(consumer);
        } else {
            print(consumer);
        }
        out().flush();
        return 0;
    }

    void print(JsonNode consumer) {
        ConsumerTable.print(out(), spec.commandLine().getColorScheme().ansi(), List.of(consumer));
    }

    /** What was asked for cannot be done as it was said. */
    final ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final boolean isForPrograms() {
        return json;
    }
}
