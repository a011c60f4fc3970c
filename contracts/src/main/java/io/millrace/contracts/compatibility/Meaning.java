package io.millrace.contracts.compatibility;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.json.CanonicalJson;
import io.millrace.contracts.schema.Keywords;
import io.millrace.contracts.schema.SchemaPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a part of a schema says, without what only people read and wherever its parts stand. Two parts of equal meaning
 * take the same bodies; two of different meaning may still do, for this compares forms and no logic.
 */
final class Meaning {

    private static final Set<String> SETS = Set.of("required", "enum", "type");

    /** The parts that the one being looked at stands in: a part that contains itself is named by how far up it is. */
    private final List<JsonNode> above = new ArrayList<>();

    private Meaning() {}

    static JsonNode of(SchemaPart part) {
        return new Meaning().read(part);
    }

    /** The meaning of one keyword of a part. */
    static JsonNode of(SchemaPart part, String keyword) {
        return new Meaning().read(part, keyword, part.get(keyword));
    }

    private JsonNode read(SchemaPart part) {
        if (!part.whyUnknown().isEmpty()) {
            return JsonNodeFactory.instance.pojoNode(new Object());
        }
        if (!part.isObject()) {
            return part.node();
        }
        for (int i = 0; i < above.size(); i++) {
            if (above.get(i) == part.node()) {
                return JsonNodeFactory.instance.objectNode().put("$above", i);
            }
        }
        above.addLast(part.node());
        TreeMap<String, JsonNode> meaning = new TreeMap<>();
        part.rules().forEach(keyword -> meaning.put(keyword, read(part, keyword, part.get(keyword))));
        above.removeLast();
        return new ObjectNode(JsonNodeFactory.instance, meaning);
    }

    private JsonNode read(SchemaPart part, String keyword, JsonNode value) {
        if (Keywords.SCHEMA.contains(keyword)) {
            return read(part.part(value));
        }
        if (Keywords.NAMED_SCHEMAS.contains(keyword) && value.isObject()) {
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(entry -> named.set(entry.getKey(), read(part.part(entry.getValue()))));
            return named;
        }
        if (Keywords.SCHEMAS.contains(keyword) && value.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            value.forEach(schema -> all.add(read(part.part(schema))));
            return all;
        }
        return SETS.contains(keyword) && value.isArray() ? sorted(value) : CanonicalJson.of(value);
    }

    private static JsonNode sorted(JsonNode value) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        value.valueStream()
                .map(element -> CanonicalJson.of(element).toString())
                .collect(toCollection(TreeSet::new))
                .forEach(sorted::add);
        return sorted;
    }
}
