package io.millrace.asyncapi.reads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@link Reads} as JSON. */
public final class ReadsJson {

    /** Where it stands in a service's jar. */
    public static final String RESOURCE = "META-INF/millrace/reads.json";

    private ReadsJson() {}

    public static ObjectNode write(Reads reads) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("service", reads.service());
        ArrayNode emits = json.putArray("emits");
        reads.emits().forEach(event -> emits.add(event(event)));
        ArrayNode consumers = json.putArray("consumers");
        reads.consumers().forEach(consumer -> consumers.add(consumer(consumer)));
        return json;
    }

    /** @throws IllegalArgumentException if it is not what {@link #write} writes */
    public static Reads read(JsonNode json) {
        return new Reads(
                text(json, "service"),
                array(json, "emits").valueStream().map(ReadsJson::event).toList(),
                array(json, "consumers").valueStream().map(ReadsJson::consumer).toList());
    }

    private static ObjectNode consumer(Consumer consumer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("durable", consumer.durable())
                .put("stream", consumer.stream());
        if (consumer.foreign()) {
            json.put("foreign", true).put("keep", consumer.keep());
        }
        add(json, "tables", consumer.tables());
        ArrayNode handles = json.putArray("handles");
        consumer.handles().forEach(handled -> {
            ObjectNode node = handles.addObject();
            node.setAll(event(handled.event()));
            add(node, "kinds", handled.kinds());
            add(node, "fields", handled.fields());
            add(node, "needed", handled.needed());
        });
        return json;
    }

    private static Consumer consumer(JsonNode json) {
        return new Consumer(
                text(json, "durable"),
                text(json, "stream"),
                json.path("foreign").asBoolean(),
                json.path("keep").asText(),
                texts(json, "tables"),
                array(json, "handles").valueStream().map(ReadsJson::handled).toList());
    }

    private static Handled handled(JsonNode json) {
        return new Handled(event(json), texts(json, "kinds"), texts(json, "fields"), texts(json, "needed"));
    }

    private static ObjectNode event(EventVersion event) {
        return JsonNodeFactory.instance.objectNode().put("type", event.type()).put("version", event.version());
    }

    private static EventVersion event(JsonNode json) {
        return new EventVersion(text(json, "type"), text(json, "version"));
    }

    private static void add(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode json, String name) {
        JsonNode array = array(json, name);
        if (!array.valueStream().allMatch(JsonNode::isTextual)) {
            throw new IllegalArgumentException("its " + name + " are not all texts");
        }
        return array.valueStream().map(JsonNode::textValue).toList();
    }

    private static JsonNode array(JsonNode json, String name) {
        if (!json.path(name).isArray()) {
            throw new IllegalArgumentException("it has no list of " + name);
        }
        return json.path(name);
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return json.path(name).textValue();
    }
}
