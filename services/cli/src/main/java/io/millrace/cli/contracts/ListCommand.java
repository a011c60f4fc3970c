package io.millrace.cli.contracts;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.registry.ContractRegistry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
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

    private static final List<String> HEADS = List.of("TYPE", "VERSIONS", "PRODUCER", "CONSUMERS");

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
        List<List<String>> rows = new ArrayList<>();
        for (String type : registry.types()) {
            List<String> versions = registry.versions(type).keySet().stream()
                    .map(Object::toString)
                    .toList();
            List<String> producers = producers(services, type);
            List<String> consumers = consumers(services, type);
            if (json) {
                out.println(object(type, versions, producers, consumers));
            } else {
                rows.add(List.of(type, joined(versions), joined(producers), joined(consumers)));
            }
        }
        if (!json) {
            print(out, rows);
        }
        out.flush();
        return 0;
    }

    /** Each column as wide as what stands in it. */
    private void print(PrintWriter out, List<List<String>> rows) {
        String row = IntStream.range(0, HEADS.size() - 1)
                        .mapToObj(column -> "%-" + width(column, rows) + "s  ")
                        .collect(joining())
                + "%s";
        Ansi ansi = spec.commandLine().getColorScheme().ansi();
        out.println(ansi.string("@|bold " + row.formatted(HEADS.toArray()) + "|@"));
        rows.forEach(cells -> out.println(row.formatted(cells.toArray())));
    }

    private static int width(int column, List<List<String>> rows) {
        return Stream.concat(Stream.of(HEADS), rows.stream())
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElseThrow();
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
