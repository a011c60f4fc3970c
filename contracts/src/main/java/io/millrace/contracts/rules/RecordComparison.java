package io.millrace.contracts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.schema.SchemaPart;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether a record and a schema say the same, down to the last nested field: no component without a field, no field
 * without a component, types that hold whatever fits the schema, and fields that may be missing where the record can do
 * without.
 */
final class RecordComparison {

    private record Compared(JsonNode part, Class<?> record) {}

    private final List<String> problems = new ArrayList<>();
    private final Set<Compared> compared = new HashSet<>();

    private RecordComparison() {}

    static List<String> compare(Class<?> record, JsonNode schema) {
        RecordComparison comparison = new RecordComparison();
        comparison.compare("", SchemaPart.of(schema, schema), record);
        return List.copyOf(comparison.problems);
    }

    private void compare(String path, SchemaPart part, Type type) {
        switch (JsonType.of(part)) {
            case JsonType.Unclear(String why) -> note(path, "cannot be compared with a record, for it " + why);
            case JsonType.Structure() -> compareStructure(path, part, type);
            case JsonType.Elements() -> compareElements(path, part, type);
            case JsonType.Value value -> {
                if (!value.fits(type)) {
                    note(path, "is " + value.words() + " in the schema, but " + JavaTypes.words(type));
                }
            }
        }
    }

    private void compareElements(String path, SchemaPart part, Type type) {
        JavaTypes.elementOf(type)
                .ifPresentOrElse(
                        element -> compare(path + "[]", part.part(part.get("items")), element),
                        () -> note(path, "is an array in the schema, but " + JavaTypes.words(type)));
    }

    private void compareStructure(String path, SchemaPart part, Type type) {
        if (!(type instanceof Class<?> record) || !record.isRecord()) {
            note(path, "is an object in the schema, but " + JavaTypes.words(type));
            return;
        }
        if (!compared.add(new Compared(part.node(), record))) {
            return;
        }
        Map<String, RecordComponent> components = new TreeMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.put(component.getName(), component);
        }
        Set<String> fields = part.fields();
        components.keySet().stream()
                .filter(name -> !fields.contains(name))
                .forEach(name -> note(below(path, name), "is not in the schema, but a component"));
        fields.forEach(name -> compareField(below(path, name), part, name, components.get(name)));
    }

    private void compareField(String path, SchemaPart part, String name, RecordComponent component) {
        if (component == null) {
            note(path, "is in the schema, but no component");
            return;
        }
        SchemaPart field = part.field(name);
        boolean mayLack = !part.required().contains(name) || JsonType.isNullable(field);
        if (mayLack && JavaTypes.isPrimitive(component.getGenericType())) {
            note(path, "may be missing, but its component is a " + JavaTypes.words(component.getGenericType()));
        } else if (!mayLack && JavaTypes.mayLack(component)) {
            note(path, "is required, but its component is made to be missing");
        }
        compare(path, field, JavaTypes.withoutOptional(component.getGenericType()));
    }

    private void note(String path, String what) {
        problems.add((path.isEmpty() ? "the body" : "field " + path) + " " + what);
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
