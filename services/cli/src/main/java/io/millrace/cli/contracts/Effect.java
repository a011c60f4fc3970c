package io.millrace.cli.contracts;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.contracts.schema.Keywords;
import io.millrace.contracts.schema.SchemaPart;
import java.util.Locale;
import java.util.Set;

/** What becomes of a field, as far as it matters to those who take the event. */
enum Effect {

    /** Whoever reads it misses it. */
    GONE,

    /** A body with it cannot be decoded by a record of before, whether the field is read or not. */
    OF_ANOTHER_TYPE,

    /** It holds other values than before, or may be missing: a matter of those who read it. */
    OTHERWISE,

    /** It is there more often than before, which stored events feel and readers do not. */
    ADDED;

    static Effect of(String field, SchemaPart before, SchemaPart after) {
        if (field.isEmpty()) {
            return OF_ANOTHER_TYPE;
        }
        int dot = field.indexOf('.');
        String step = dot < 0 ? field : field.substring(0, dot);
        String name = step.replace("[]", "");
        if (!before.fields().contains(name)) {
            return ADDED;
        }
        if (!after.fields().contains(name)) {
            return GONE;
        }
        SchemaPart then = elements(step, before.field(name));
        SchemaPart now = elements(step, after.field(name));
        return dot < 0
                ? ofField(before.required().contains(name), after.required().contains(name), then, now)
                : of(field.substring(dot + 1), then, now);
    }

    /** Whether something goes wrong with who takes the event as it did. */
    boolean breaks(String field, Handled handled) {
        return switch (this) {
            case GONE, OTHERWISE -> handled.dependsOn(field);
            case OF_ANOTHER_TYPE -> true;
            case ADDED -> false;
        };
    }

    /** How a consumer that it breaks depends on the field. */
    String why(String field, Handled handled) {
        return switch (this) {
            case GONE -> handled.reads(field) ? "reads it" : "cannot decode without it";
            case OF_ANOTHER_TYPE -> handled.reads(field) ? "reads it" : "cannot decode it";
            case OTHERWISE -> handled.reads(field) ? "reads it" : "looks at it when decoding";
            case ADDED -> throw new IllegalStateException("what is there more often breaks nobody");
        };
    }

    private static Effect ofField(boolean was, boolean is, SchemaPart then, SchemaPart now) {
        if (!canBeDecoded(types(then), types(now))) {
            return OF_ANOTHER_TYPE;
        }
        return is && !was && rules(then).equals(rules(now)) ? ADDED : OTHERWISE;
    }

    /** What was text and may be missing now is read as nothing; a whole number is a number. */
    private static boolean canBeDecoded(Set<String> then, Set<String> now) {
        return now.stream()
                .allMatch(type -> type.equals("null")
                        || then.contains(type)
                        || type.equals("integer") && then.contains("number"));
    }

    private static JsonNode rules(SchemaPart part) {
        return part.node().isObject() ? ((ObjectNode) part.node()).deepCopy().without(Keywords.TEXTS) : part.node();
    }

    private static SchemaPart elements(String step, SchemaPart part) {
        SchemaPart current = part;
        for (int at = step.indexOf("[]"); at >= 0; at = step.indexOf("[]", at + 2)) {
            current = current.part(current.get("items"));
        }
        return current;
    }

    private static Set<String> types(SchemaPart part) {
        if (part.get("type").isMissingNode()) {
            return part.get("enum")
                    .valueStream()
                    .map(value -> value.getNodeType().name().toLowerCase(Locale.ROOT))
                    .collect(toSet());
        }
        return part.get("type").isTextual() ? Set.of(part.get("type").textValue()) : SchemaPart.texts(part.get("type"));
    }
}
