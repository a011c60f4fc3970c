package io.millrace.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The models are made to be lenient. Here a field that nobody knows is an error, as it is for {@code kubectl --validate=strict},
 * and a quantity is what people write.
 */
final class StrictSchema {

    /** Definitions, by the end of their names, whose JSON is no object. */
    private static final Map<String, List<String>> SCALARS = Map.of(
            "Quantity", List.of("string", "number"),
            "IntOrString", List.of("string", "integer"));

    private StrictSchema() {}

    static ObjectNode of(ObjectNode definitions) {
        ObjectNode strict = definitions.deepCopy();
        strict.properties()
                .forEach(definition -> SCALARS.forEach((end, types) -> {
                    if (definition.getKey().endsWith("_" + end)) {
                        definition.setValue(scalar(types));
                    }
                }));
        tighten(strict);
        return strict;
    }

    private static ObjectNode scalar(List<String> types) {
        ObjectNode scalar = new ObjectMapper().createObjectNode();
        ArrayNode either = scalar.putArray("type");
        types.forEach(either::add);
        return scalar;
    }

    private static void tighten(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("required").isBoolean()) {
                schema.remove("required");
            }
            if (schema.path("properties").isObject()
                    && schema.path("additionalProperties").asBoolean()) {
                schema.put("additionalProperties", false);
            }
        }
        node.forEach(StrictSchema::tighten);
    }
}
