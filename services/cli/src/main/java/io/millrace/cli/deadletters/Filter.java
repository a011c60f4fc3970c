package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which dead letters are meant. */
final class Filter {

    @Option(names = "--consumer", paramLabel = "NAME", description = "Only of this consumer, such as delivery-orders.")
    private String consumer;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Only events of this type, such as orders.order.placed.")
    private String type;

    @Option(
            names = "--aggregate",
            paramLabel = "ID",
            description = "Only events of this aggregate: its id, or name and id as in order.536365.")
    private String aggregate;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Moment.class,
            description = "Only what failed since then: 30m, 2h, 7d, or a time such as 2026-01-31T08:00:00Z.")
    private Instant since;

    @Option(
            names = "--error",
            paramLabel = "TEXT",
            description = "Only where the reason has this text in it, in capitals or not.")
    private String error;

    boolean isEmpty() {
        return query().isEmpty();
    }

    /** What is given, by the names that REST knows. */
    Map<String, String> query() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "consumer", consumer);
        put(given, "type", type);
        put(given, "aggregate", aggregate);
        put(given, "since", since);
        put(given, "error", error);
        return given;
    }

    /** The same as JSON. */
    ObjectNode body(List<Long> positions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        query().forEach(body::put);
        if (!positions.isEmpty()) {
            ArrayNode list = body.putArray("positions");
            positions.forEach(list::add);
        }
        return body;
    }

    private static void put(Map<String, String> given, String name, Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
