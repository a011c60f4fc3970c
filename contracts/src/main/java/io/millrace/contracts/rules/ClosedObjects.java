package io.millrace.contracts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.millrace.contracts.schema.Keywords;
import io.millrace.contracts.schema.SchemaPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every object says which fields it has, and has no others; every field and every element says what it is; and every
 * reference stays in the document. A producer's typing error is caught by that, and a field that is added later cannot
 * have been in use before.
 */
final class ClosedObjects {

    /** One of them says what a value is. */
    private static final Set<String> SAYING = Set.of("type", "enum", "const");

    /** Of these, each alternative must say it. */
    private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf");

    /** What stands behind them is a condition and describes no value. */
    private static final Set<String> CONDITIONS = Set.of("if", "not");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private ClosedObjects(JsonNode root) {
        this.root = root;
    }

    static Stream<String> check(JsonNode schema) {
        ClosedObjects rule = new ClosedObjects(schema);
        if (!SchemaPart.texts(schema.path("type")).isEmpty()
                || !schema.path("type").asText().equals("object")) {
            rule.problems.add("the schema's type must be object, for the body of an event is one");
        }
        rule.check("", schema);
        return rule.problems.stream();
    }

    private void check(String path, JsonNode node) {
        if (!node.isObject()) {
            return;
        }
        if (node.has("$ref") && !SchemaPart.of(root, node).whyUnknown().isEmpty()) {
            note(path, "cannot be followed, for it " + SchemaPart.of(root, node).whyUnknown());
        }
        if (node.has("$ref") && !isOwnPart(node.path("$ref").asText())) {
            note(path, "refers to " + node.path("$ref").asText() + ": parts stand under $defs");
        }
        if (isObject(node) && !node.path("additionalProperties").equals(BooleanNode.FALSE)) {
            note(path, "is an open object: \"additionalProperties\": false is required");
        }
        if (node.has("patternProperties")) {
            note(path, "takes fields that are not stated: \"patternProperties\" cannot be used");
        }
        if (isOf(node, "array") && !node.has("items")) {
            note(path, "has elements of any kind: \"items\" is required");
        }
        node.properties().forEach(keyword -> checkBehind(path, keyword.getKey(), keyword.getValue()));
    }

    private void checkBehind(String path, String keyword, JsonNode value) {
        if (keyword.equals("properties")) {
            value.properties().forEach(field -> checkValue(below(path, field.getKey()), field.getValue()));
        } else if (keyword.equals("items")) {
            checkValue(path + "[]", value);
        } else if (keyword.equals("$defs") || Keywords.NAMED_SCHEMAS.contains(keyword)) {
            value.properties().forEach(part -> check(below(path, keyword + "." + part.getKey()), part.getValue()));
        } else if (keyword.equals("prefixItems")) {
            value.forEach(part -> checkValue(path + "[]", part));
        } else if (Keywords.SCHEMAS.contains(keyword)) {
            value.forEach(part -> check(path, part));
        } else if (Keywords.SCHEMA.contains(keyword) && !CONDITIONS.contains(keyword)) {
            check(path, value);
        }
    }

    private void checkValue(String path, JsonNode value) {
        if (!saysWhatItIs(value, new HashSet<>())) {
            note(path, "takes any value: its type is required");
        }
        check(path, value);
    }

    /** By itself, by what it refers to, or by what it is composed of. A part that leads back to itself says nothing. */
    private boolean saysWhatItIs(JsonNode node, Set<String> followed) {
        if (SAYING.stream().anyMatch(node::has) || node.equals(BooleanNode.FALSE)) {
            return true;
        }
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty()) {
            JsonNode target = reference.startsWith("#") ? root.at(reference.substring(1)) : node;
            // What cannot be followed is told of elsewhere.
            return followed.add(reference) && (target.isMissingNode() || saysWhatItIs(target, followed));
        }
        return ALTERNATIVES.stream().anyMatch(keyword -> saysInEach(node.path(keyword), followed))
                || node.path("allOf").valueStream().anyMatch(part -> saysWhatItIs(part, new HashSet<>(followed)));
    }

    private boolean saysInEach(JsonNode alternatives, Set<String> followed) {
        return !alternatives.isEmpty()
                && alternatives.valueStream().allMatch(part -> saysWhatItIs(part, new HashSet<>(followed)));
    }

    private static boolean isObject(JsonNode node) {
        return isOf(node, "object") || node.has("properties");
    }

    private static boolean isOf(JsonNode node, String type) {
        JsonNode stated = node.path("type");
        return stated.asText().equals(type) || SchemaPart.texts(stated).contains(type);
    }

    private static boolean isOwnPart(String reference) {
        return reference.equals("#") || reference.startsWith("#/$defs/") || !reference.startsWith("#");
    }

    private void note(String path, String what) {
        problems.add((path.isEmpty() ? "the body" : "field " + path) + " " + what);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
