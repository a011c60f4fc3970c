package io.millrace.testkit.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The official JSON Schema of AsyncAPI 3.0, and what no schema can say: that references within a document lead somewhere.
 */
public final class AsyncApiSchema {

    private static final JsonSchema SCHEMA = schema();

    private AsyncApiSchema() {}

    /** What is wrong with a document; nothing if the list is empty. */
    public static List<String> problems(JsonNode document) {
        return Stream.concat(
                        SCHEMA.validate(document).stream().map(ValidationMessage::getMessage),
                        document.findValuesAsText("$ref").stream()
                                .filter(reference -> !leadsSomewhere(document, reference))
                                .map(reference -> "nothing is at " + reference))
                .distinct()
                .toList();
    }

    /** The document that the build of the service under test has written. */
    public static JsonNode documentOfTheService() {
        return read("/META-INF/asyncapi/asyncapi.json");
    }

    private static boolean leadsSomewhere(JsonNode document, String reference) {
        return reference.startsWith("#/")
                && !document.at(reference.substring(1)).isMissingNode();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V7,
                        factory -> factory.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                .getSchema(
                        read("3.0.0-schema.json"),
                        SchemaValidatorsConfig.builder().build());
    }

    private static JsonNode read(String resource) {
        try (InputStream in = AsyncApiSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("there is no " + resource + " on the class path");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
