package io.millrace.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * A contract's schema as it stands within another document: references within it are replaced by what they refer to, and
 * what says where it stands is gone. A part that contains itself is cut where it begins anew.
 *
 * <p>AsyncAPI reads payloads as draft 7. What only later drafts know, {@code prefixItems} for example, stays there and is
 * passed over by its tools: such a payload looks wider there than it is.
 */
final class InlineSchema {

    private static final Set<String> ADDRESSES = Set.of("$schema", "$id", "$defs", "$ref");

    private final JsonNode root;
    private final Deque<String> open = new ArrayDeque<>();

    private InlineSchema(JsonNode root) {
        this.root = root;
    }

    static JsonNode of(JsonNode schema) {
        return new InlineSchema(schema).schema(schema);
    }

    private JsonNode schema(JsonNode node) {
        String reference = node.path("$ref").asText();
        if (!reference.startsWith("#")) {
            return copy(node);
        }
        ObjectNode inlined = JsonNodeFactory.instance.objectNode();
        if (open.contains(reference)) {
            inlined.put("description", "The same again: " + reference.substring(reference.lastIndexOf('/') + 1));
        } else {
            open.push(reference);
            if (schema(root.at(reference.substring(1))) instanceof ObjectNode target) {
                inlined.setAll(target);
            }
            open.pop();
        }
        return inlined.setAll((ObjectNode) copy(node));
    }

    private JsonNode copy(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(schema(element)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (!ADDRESSES.contains(entry.getKey())) {
                    copy.set(entry.getKey(), isData(entry.getKey()) ? entry.getValue() : schema(entry.getValue()));
                }
            }
            return copy;
        }
        return node;
    }

    /** Bodies stand there, not schemas. */
    private static boolean isData(String keyword) {
        return Set.of("const", "enum", "default", "examples").contains(keyword);
    }
}
