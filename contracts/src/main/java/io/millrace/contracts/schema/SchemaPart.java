package io.millrace.contracts.schema;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A part of a schema, with its references within the document followed.
 *
 * @param root the whole document
 * @param node the part; never a reference unless it cannot be followed
 */
public record SchemaPart(JsonNode root, JsonNode node) {

    /** What could not be followed is marked with it, and is equal to nothing. */
    private static final String UNKNOWN = "$unknown";

    /** The part that a node stands for: the node, or what it refers to. */
    public static SchemaPart of(JsonNode root, JsonNode node) {
        JsonNode current = node;
        Set<String> followed = new HashSet<>();
        while (current.has("$ref")) {
            String reference = current.path("$ref").asText();
            if (!hasOnlyTextsBeside(current) || !followed.add(reference)) {
                return new SchemaPart(root, unknown("has a $ref beside other rules, or one that leads back to itself"));
            }
            current = target(root, reference);
        }
        return new SchemaPart(root, hasOwnAddress(root, current) ? unknown("has an address of its own") : current);
    }

    /** Why this part cannot be judged, or empty. */
    public String whyUnknown() {
        return node.path(UNKNOWN).asText();
    }

    public boolean isObject() {
        return node.isObject();
    }

    public JsonNode get(String keyword) {
        return node.path(keyword);
    }

    public SchemaPart part(JsonNode child) {
        return of(root, child);
    }

    /** The keywords that say which bodies fit, sorted. */
    public Set<String> rules() {
        return node.propertyStream()
                .map(Map.Entry::getKey)
                .filter(keyword -> !Keywords.TEXTS.contains(keyword) && !Keywords.ADDRESSES.contains(keyword))
                .collect(toCollection(TreeSet::new));
    }

    /** The names of the fields that it states. */
    public Set<String> fields() {
        return node.path("properties").propertyStream().map(Map.Entry::getKey).collect(toCollection(TreeSet::new));
    }

    public SchemaPart field(String name) {
        return part(node.path("properties").path(name));
    }

    public Set<String> required() {
        return texts(node.path("required"));
    }

    /** Whether bodies may have fields that are not stated. */
    public boolean isOpen() {
        JsonNode additional = node.path("additionalProperties");
        return !(additional.isBoolean() && !additional.booleanValue()) || node.has("patternProperties");
    }

    public static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.isTextual() ? element.textValue() : element.toString())
                .collect(toCollection(TreeSet::new));
    }

    private static boolean hasOnlyTextsBeside(JsonNode node) {
        return node.propertyStream()
                .map(Map.Entry::getKey)
                .allMatch(keyword -> Keywords.ADDRESSES.contains(keyword) || Keywords.TEXTS.contains(keyword));
    }

    private static boolean hasOwnAddress(JsonNode root, JsonNode node) {
        return node.has("$dynamicRef") || node != root && (node.has("$id") || node.has("$schema"));
    }

    private static JsonNode target(JsonNode root, String reference) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            return unknown("refers to " + reference + ", which is not a place in the same schema");
        }
        JsonNode target = root.at(reference.substring(1));
        return target.isMissingNode() ? unknown("refers to " + reference + ", which does not exist") : target;
    }

    private static ObjectNode unknown(String why) {
        return new ObjectNode(
                JsonNodeFactory.instance, Collections.singletonMap(UNKNOWN, JsonNodeFactory.instance.textNode(why)));
    }
}
