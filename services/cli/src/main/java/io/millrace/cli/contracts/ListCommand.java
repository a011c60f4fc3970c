package io.millrace.cli.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.registry.ContractRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace contracts list}. */
@Command(
        name = "list",
        header = "List every event with its versions, who sends it and who takes it.",
        description = {"", "'-' means nobody.", ""})
final class ListCommand implements Callable<Integer> {

    private static final String ROW = "%-36s %-16s %-12s %s";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Sources sources;

    @Option(names = "--json", description = "For programs: one object per line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        return BadInput.orExitCode(spec, this::list);
    }

    private int list() {
        PrintWriter out = spec.commandLine().getOut();
        ContractRegistry registry = sources.registry();
        List<Reads> services = sources.reads();
        if (!json) {
            out.println(spec.commandLine()
                    .getColorScheme()
                    .ansi()
                    .string("@|bold " + ROW.formatted("TYPE", "VERSIONS", "PRODUCER", "CONSUMERS") + "|@"));
        }
        for (String type : registry.types()) {
            List<String> versions = registry.versions(type).keySet().stream()
                    .map(Object::toString)
                    .toList();
            List<String> producers = producers(services, type);
            List<String> consumers = consumers(services, type);
            out.println(
                    json
                            ? object(type, versions, producers, consumers)
                            : ROW.formatted(type, joined(versions), joined(producers), joined(consumers)));
        }
        out.flush();
        return 0;
    }

    private static List<String> producers(List<Reads> services, String type) {
        return services.stream()
                .filter(service ->
                        service.emits().stream().anyMatch(event -> event.type().equals(type)))
                .map(Reads::service)
                .distinct()
                .toList();
    }

    private static List<String> consumers(List<Reads> services, String type) {
        return services.stream()
                .flatMap(service -> service.consumers().stream())
                .filter(consumer -> consumer.handles().stream()
                        .anyMatch(handled -> handled.event().type().equals(type)))
                .map(consumer -> consumer.durable())
                .distinct()
                .toList();
    }

    private static ObjectNode object(
            String type, List<String> versions, List<String> producers, List<String> consumers) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", type);
        object.set("versions", array(versions));
        object.set("producers", array(producers));
        return object.set("consumers", array(consumers));
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? "-" : String.join(", ", texts);
    }
}
