package io.millrace.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schemas of Kubernetes' objects and of the Prometheus operator's, as the models of fabric8 bring them. */
final class KubernetesSchemas {

    private static final String RESOURCE = "schema/validation-schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> sources = new HashMap<>();
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    KubernetesSchemas() {
        try {
            for (URL url :
                    Collections.list(KubernetesSchemas.class.getClassLoader().getResources(RESOURCE))) {
                add((ObjectNode) JSON.readTree(url));
            }
            sources.put(
                    "keda.sh/v1alpha1 ScaledObject",
                    JSON.readTree(
                            TestChart.resource("keda-scaled-object.schema.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ObjectNode module) {
        ObjectNode definitions = StrictSchema.of((ObjectNode) module.path("definitions"));
        definitions.properties().forEach(definition -> {
            JsonNode properties = definition.getValue().path("properties");
            String version = properties.at("/apiVersion/default").asText();
            if (!version.isEmpty()) {
                ObjectNode schema = JSON.createObjectNode().put("$ref", "#/definitions/" + definition.getKey());
                schema.set("definitions", definitions);
                sources.put(version + " " + properties.at("/kind/default").asText(), schema);
            }
        });
    }

    private static JsonSchema compiled(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(schema, SchemaValidatorsConfig.builder().build());
    }

    /** What is wrong with an object; nothing if the list is empty. */
    List<String> problems(JsonNode object) {
        String kind =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        if (!sources.containsKey(kind)) {
            return List.of("there is no schema of " + kind);
        }
        JsonSchema schema = schemas.computeIfAbsent(kind, _ -> compiled(sources.get(kind)));
        return Stream.concat(
                        schema.validate(object).stream().map(ValidationMessage::getMessage),
                        RequiredFields.missing(object).map("%s is missing"::formatted))
                .map(problem -> "%s %s: %s".formatted(kind, Rendered.nameOf(object), problem))
                .toList();
    }
}
