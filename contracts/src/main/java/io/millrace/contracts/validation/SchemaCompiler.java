package io.millrace.contracts.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;
import java.util.Locale;

/** Schemas in the form that validates. References to other documents are refused, so nothing is fetched. */
public final class SchemaCompiler {

    /** The only dialect there is: what a schema's {@code $schema} must be. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final JsonSchema META_SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(DIALECT), config());

    private SchemaCompiler() {}

    /** What is wrong with a schema by the rules of its dialect. */
    public static List<Violation> check(JsonNode schema) {
        List<Violation> violations = Violations.of(META_SCHEMA, schema, 0);
        return violations.isEmpty() ? checkByCompiling(schema) : violations;
    }

    private static List<Violation> checkByCompiling(JsonNode schema) {
        try {
            compile(schema);
            return List.of();
        } catch (RuntimeException e) {
            return List.of(new Violation("", "cannot be compiled: " + e.getMessage()));
        }
    }

    static JsonSchema compile(JsonNode schema) {
        JsonSchema compiled = JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                .getSchema(schema, config());
        compiled.initializeValidators();
        return compiled;
    }

    private static SchemaValidatorsConfig config() {
        return SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(EcmaPattern::of)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .build();
    }
}
