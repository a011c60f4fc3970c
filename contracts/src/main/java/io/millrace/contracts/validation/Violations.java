package io.millrace.contracts.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;

/** Runs a schema over a body and puts what it finds into words. */
final class Violations {

    /** Above it only the first violation is looked for: a long body may have a million of them. */
    private static final int SHORT = 64 * 1024;

    private static final int MAX_NAME = 64;

    private Violations() {}

    /** A pattern may need more of the stack than there is: Java's recurses for each repetition of a group. */
    static List<Violation> of(JsonSchema schema, JsonNode body, int length) {
        try {
            return find(schema, body, length);
        } catch (StackOverflowError e) {
            return List.of(new Violation("", "holds a text that is too long for its pattern"));
        }
    }

    private static List<Violation> find(JsonSchema schema, JsonNode body, int length) {
        if (schema.validate(body, OutputFormat.BOOLEAN)) {
            return List.of();
        }
        Set<ValidationMessage> messages = length > SHORT
                ? schema.validate(body, context -> context.getExecutionConfig().setFailFast(true))
                : schema.validate(body);
        return messages.stream()
                .map(message -> new Violation(field(message), rule(message)))
                .distinct()
                .limit(ContractValidator.MOST)
                .toList();
    }

    private static String field(ValidationMessage message) {
        StringBuilder path = new StringBuilder();
        JsonNodePath location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            append(path, location.getElement(i));
        }
        if (message.getProperty() != null) {
            append(path, message.getProperty());
        }
        return path.toString();
    }

    private static void append(StringBuilder path, Object element) {
        if (element instanceof Integer index) {
            path.append('[').append(index).append(']');
            return;
        }
        String name = element.toString();
        path.append(path.isEmpty() ? "" : ".")
                .append(name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name);
    }

    private static String rule(ValidationMessage message) {
        JsonNode limit = message.getSchemaNode();
        return switch (message.getType()) {
            case "required" -> "is missing";
            case "additionalProperties", "unevaluatedProperties" -> "is not a field of the contract";
            case "type" -> "must be of type " + words(limit) + ", but is of type " + typeOf(message);
            case "enum" -> "must be one of " + words(limit);
            case "const" -> "must be " + words(limit);
            case "pattern" -> "must match " + words(limit);
            case "format" -> "must be a " + words(limit);
            case "minLength" -> "must have at least " + words(limit) + " characters";
            case "maxLength" -> "must have at most " + words(limit) + " characters";
            case "minItems" -> "must have at least " + words(limit) + " elements";
            case "maxItems" -> "must have at most " + words(limit) + " elements";
            case "uniqueItems" -> "must have no element twice";
            case "minimum" -> "must be at least " + words(limit);
            case "maximum" -> "must be at most " + words(limit);
            case "exclusiveMinimum" -> "must be more than " + words(limit);
            case "exclusiveMaximum" -> "must be less than " + words(limit);
            case "multipleOf" -> "must be a multiple of " + words(limit);
            default -> "does not fit '" + message.getType() + "' of the schema";
        };
    }

    private static String typeOf(ValidationMessage message) {
        Object[] arguments = message.getArguments();
        return arguments == null || arguments.length == 0 ? "another" : String.valueOf(arguments[0]);
    }

    private static String words(JsonNode limit) {
        if (limit == null) {
            return "what the schema says";
        }
        if (limit.isArray()) {
            return String.join(", ", limit.valueStream().map(Violations::words).toList());
        }
        return limit.isTextual() ? limit.textValue() : limit.toString();
    }
}
