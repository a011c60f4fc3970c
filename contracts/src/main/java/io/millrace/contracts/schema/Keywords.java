package io.millrace.contracts.schema;

import java.util.Set;

/** The keywords of JSON Schema 2020-12 by what stands behind them. */
public final class Keywords {

    /** Read by people only. */
    public static final Set<String> TEXTS = Set.of("title", "description", "examples", "deprecated", "$comment");

    /** A schema stands behind them. */
    public static final Set<String> SCHEMA = Set.of(
            "items",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");

    /** Schemas by name stand behind them. */
    public static final Set<String> NAMED_SCHEMAS = Set.of("properties", "patternProperties", "dependentSchemas");

    /** A list of schemas stands behind them. */
    public static final Set<String> SCHEMAS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** Limits that each body meets or does not. */
    public static final Set<String> LIMITS = Set.of(
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "const");

    /** Say where a part is found, which is no matter once it was found. */
    public static final Set<String> ADDRESSES = Set.of("$defs", "$id", "$ref", "$schema");

    private Keywords() {}
}
