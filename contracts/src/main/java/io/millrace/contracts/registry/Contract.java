package io.millrace.contracts.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One version of one event type.
 *
 * @param type {@code <service>.<aggregate>.<event>}
 * @param version the version of the schema
 * @param schema JSON Schema 2020-12, a copy of your own whenever you ask
 * @param samples by name; the one without a name first
 */
public record Contract(String type, Version version, JsonNode schema, List<Sample> samples) {

    public Contract {
        schema = schema.deepCopy();
        samples = List.copyOf(samples);
    }

    @Override
    public JsonNode schema() {
        return schema.deepCopy();
    }

    /** What the schema's {@code $id} must be, the value of {@code ce-dataschema}. */
    public String urn() {
        return "urn:millrace:" + type + ":" + version;
    }

    /** Type and version, as sentences name it. */
    public String label() {
        return type + " " + version;
    }
}
