package io.millrace.contracts.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says whether a body is what its contract says: JSON Schema 2020-12, with {@code format} enforced and patterns as
 * ECMA-262 reads them. All schemas are compiled when it is made. Safe for use by several threads.
 *
 * <p>Guarantees: whatever the body is, the answer is a list, never an overflow of the stack; the list holds at most
 * {@value #MOST} violations. Nothing is ever fetched from a network.
 */
public final class ContractValidator {

    /** How many violations are told of one body. */
    public static final int MOST = 10;

    private final Map<String, Map<Version, JsonSchema>> schemas = new HashMap<>();

    private ContractValidator(ContractRegistry registry) {
        registry.contracts()
                .forEach(contract -> schemas.computeIfAbsent(contract.type(), type -> new HashMap<>())
                        .put(contract.version(), compile(contract)));
    }

    /** @throws ContractException if a schema is not valid; the message names it */
    public static ContractValidator of(ContractRegistry registry) {
        return new ContractValidator(registry);
    }

    /** Whether there is such a contract. */
    public boolean knows(String type, Version version) {
        return schemas.getOrDefault(type, Map.of()).containsKey(version);
    }

    /**
     * What is wrong with a body as it is on the wire; nothing if the list is empty. What is not strict JSON as
     * {@link StrictJson} reads it is one violation of the body as a whole.
     *
     * @throws ContractException if there is no such contract
     */
    public List<Violation> validate(String type, Version version, byte[] body) {
        JsonSchema schema = schema(type, version);
        try {
            return Violations.of(schema, StrictJson.read(body), body.length);
        } catch (InvalidJsonException e) {
            return List.of(new Violation("", e.getMessage()));
        }
    }

    /**
     * What is wrong with a body; nothing if the list is empty.
     *
     * @throws ContractException if there is no such contract
     */
    public List<Violation> validate(String type, Version version, JsonNode body) {
        JsonSchema schema = schema(type, version);
        if (StrictJson.isTooDeep(body)) {
            return List.of(new Violation("", "is nested deeper than " + StrictJson.MAX_DEPTH + " levels"));
        }
        return Violations.of(schema, body, 0);
    }

    private JsonSchema schema(String type, Version version) {
        JsonSchema schema = schemas.getOrDefault(type, Map.of()).get(version);
        if (schema == null) {
            throw new ContractException("there is no contract " + type + " " + version);
        }
        return schema;
    }

    private static JsonSchema compile(Contract contract) {
        try {
            return SchemaCompiler.compile(contract.schema());
        } catch (RuntimeException e) {
            throw new ContractException(contract.label() + ": the schema is not valid: " + e.getMessage(), e);
        }
    }
}
