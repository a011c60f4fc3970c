package io.millrace.chassis.consumer;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares what runs with what the build wrote down about it, {@value #RESOURCE}. The build sees a service's own class
 * files; a handler that comes from a library, or is made in a way that the build does not know, is missing there, and
 * {@code contracts check} would not name it.
 */
final class DescribedHandlers {

    static final String RESOURCE = "META-INF/millrace/reads.json";

    private DescribedHandlers() {}

    /**
     * What takes events and is not described, a sentence each; none if the service is not described at all.
     *
     * @param described what stands in {@value #RESOURCE} of all jars: those of other services are passed over
     */
    static List<String> missing(String service, Map<ConsumerName, Handlers> running, List<JsonNode> described) {
        List<JsonNode> own =
                described.stream().filter(json -> is(json, "service", service)).toList();
        List<String> missing = new ArrayList<>();
        if (!own.isEmpty()) {
            running.forEach((name, handlers) -> handlers.methods().stream()
                    .filter(method -> own.stream().noneMatch(json -> describes(json, name, method)))
                    .map(method -> "%s of %s takes %s %s"
                            .formatted(
                                    method,
                                    name,
                                    method.eventType().name(),
                                    method.eventType().version()))
                    .forEach(missing::add));
        }
        return missing;
    }

    private static boolean describes(JsonNode service, ConsumerName name, HandlerMethod method) {
        return values(service, "consumers").stream()
                .filter(consumer -> is(consumer, "durable", name.durable()))
                .flatMap(consumer -> values(consumer, "handles").stream())
                .anyMatch(handled -> is(handled, "type", method.eventType().name())
                        && is(handled, "version", method.eventType().version()));
    }

    private static List<JsonNode> values(JsonNode node, String name) {
        List<JsonNode> values = new ArrayList<>();
        if (node.isObject() && node.get(name) != null && node.get(name).isArray()) {
            node.get(name).values().forEach(values::add);
        }
        return values;
    }

    private static boolean is(JsonNode node, String name, String value) {
        return node.isObject()
                && node.get(name) != null
                && node.get(name).isString()
                && node.get(name).getStringValue().equals(value);
    }
}
