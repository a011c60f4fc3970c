package io.millrace.contracts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.validation.SchemaCompiler;
import java.util.stream.Stream;

/** What each schema must be by itself. */
public final class SchemaRules {

    private SchemaRules() {}

    /** What is wrong with it, a sentence each. */
    public static Stream<Finding> check(Contract contract) {
        JsonNode schema = contract.schema();
        return Stream.of(dialect(schema), id(contract, schema), valid(schema), ClosedObjects.check(schema))
                .flatMap(problems -> problems)
                .map(problem -> new Finding(contract.label(), problem));
    }

    private static Stream<String> dialect(JsonNode schema) {
        return schema.path("$schema").asText().equals(SchemaCompiler.DIALECT)
                ? Stream.empty()
                : Stream.of("the schema's $schema must be " + SchemaCompiler.DIALECT);
    }

    private static Stream<String> id(Contract contract, JsonNode schema) {
        String id = schema.path("$id").asText();
        return id.equals(contract.urn())
                ? Stream.empty()
                : Stream.of("the schema's $id is '" + id + "', but must be " + contract.urn());
    }

    private static Stream<String> valid(JsonNode schema) {
        return SchemaCompiler.check(schema).stream()
                .map(violation -> "the schema is not valid JSON Schema 2020-12: " + violation);
    }
}
