package io.millrace.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * One form for all documents that say the same: fields sorted, numbers without trailing zeros, no blanks. So formatting
 * a file changes nothing that is calculated from it.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The one form of a document, as a document. The order of arrays is kept, for it means something. */
    public static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            object.properties().forEach(field -> sorted.put(field.getKey(), of(field.getValue())));
            return new ObjectNode(JsonNodeFactory.instance, sorted);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(of(element)));
            return copy;
        }
        return node.isNumber() ? number(node.decimalValue()) : node;
    }

    /** The one form of a document, as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return StrictJson.write(of(node));
    }

    private static JsonNode number(BigDecimal value) {
        return DecimalNode.valueOf(value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }
}
