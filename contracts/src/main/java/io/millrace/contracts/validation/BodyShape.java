package io.millrace.contracts.validation;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.schema.SchemaPart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader asks of a body: that the fields are there which its contract requires, at any depth, and that the fields of
 * the contract are of their types. Other fields are none of its business, for a later minor version may have added them; nor
 * are values, which the producer's side has looked at.
 *
 * <p>It is looked at in the one pass in which the bytes are read anyway. What a schema says by {@code oneOf} and the like is
 * left to who decodes. Never changes; safe for use by several threads.
 */
public final class BodyShape {

    /** What is told of where nothing is: any value fits. */
    static final BodyShape ANY = new BodyShape(EnumSet.allOf(JsonKind.class));

    private final Set<JsonKind> kinds;
    private final Map<String, Field> fields = new HashMap<>();
    private final List<String> required = new ArrayList<>();
    private BodyShape elements = this;

    /**
     * A field of an object.
     *
     * @param place among those that are required, or -1
     */
    record Field(BodyShape shape, int place) {}

    private BodyShape(Set<JsonKind> kinds) {
        this.kinds = kinds;
    }

    static BodyShape of(Contract contract) {
        JsonNode schema = contract.schema();
        return of(SchemaPart.of(schema, schema), new IdentityHashMap<>());
    }

    /** @param known what was met before, by its place in the schema: a schema may refer back to itself */
    private static BodyShape of(SchemaPart part, Map<JsonNode, BodyShape> known) {
        Set<JsonKind> kinds = JsonKind.of(part);
        if (!part.isObject() || !part.whyUnknown().isEmpty() || kinds.isEmpty()) {
            return ANY;
        }
        BodyShape before = known.get(part.node());
        if (before != null) {
            return before;
        }
        BodyShape shape = new BodyShape(kinds);
        known.put(part.node(), shape);
        shape.required.addAll(part.required());
        for (String name : part.fields()) {
            shape.fields.put(name, new Field(of(part.field(name), known), shape.required.indexOf(name)));
        }
        boolean isAList =
                part.get("items").isObject() && part.get("prefixItems").isMissingNode();
        shape.elements = isAList ? of(part.part(part.get("items")), known) : ANY;
        return shape;
    }

    /**
     * What does not fit, the first thing only.
     *
     * @throws io.millrace.contracts.json.InvalidJsonException if it is not strict JSON at all
     */
    public Optional<Violation> violation(byte[] body) {
        ShapeWatcher watcher = new ShapeWatcher(this);
        StrictJson.require(body, watcher);
        return watcher.violation();
    }

    boolean takes(JsonToken token) {
        return kinds.contains(JsonKind.of(token));
    }

    String kinds() {
        return JsonKind.words(kinds);
    }

    /** Null if nothing is said about it. */
    Field field(String name) {
        return fields.get(name);
    }

    BodyShape elements() {
        return this == ANY ? ANY : elements;
    }

    List<String> required() {
        return required;
    }
}
