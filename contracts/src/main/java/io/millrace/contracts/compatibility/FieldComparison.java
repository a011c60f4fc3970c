package io.millrace.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.schema.SchemaPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which fields two objects have, and which of them must be there. */
final class FieldComparison {

    /** What is compared here, and nowhere else. */
    static final Set<String> KEYWORDS = Set.of("properties", "required");

    private final String path;
    private final SchemaPart older;
    private final SchemaPart newer;
    private final Set<String> removed;
    private final Set<String> added;
    private final List<Change> changes = new ArrayList<>();

    FieldComparison(String path, SchemaPart older, SchemaPart newer) {
        this.path = path;
        this.older = older;
        this.newer = newer;
        this.removed = minus(older.fields(), newer.fields());
        this.added = minus(newer.fields(), older.fields());
        removed.forEach(this::noteRemoved);
        added.forEach(this::noteAdded);
        minus(newer.required(), older.required()).stream()
                .filter(name -> !added.contains(name))
                .forEach(name -> note(name, "was made required, and stored events may lack it"));
        minus(older.required(), newer.required()).stream()
                .filter(name -> !removed.contains(name))
                .forEach(name -> note(name, "was made optional, and readers may rely on it"));
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    Set<String> common() {
        return minus(older.fields(), removed);
    }

    private void noteRemoved(String name) {
        JsonNode meaning = Meaning.of(older.field(name));
        List<String> alike = added.stream()
                .filter(candidate -> Meaning.of(newer.field(candidate)).equals(meaning))
                .toList();
        note(name, alike.size() == 1 ? "was removed, or renamed to " + alike.getFirst() : "was removed");
    }

    private void noteAdded(String name) {
        if (newer.required().contains(name)) {
            note(name, "was added as a required field, and stored events lack it");
        } else if (older.isOpen()) {
            note(name, "was added to an object that is open, and stored events may have it with another meaning");
        }
    }

    private void note(String name, String what) {
        changes.add(new Change(SchemaComparison.below(path, name), what));
    }

    private static Set<String> minus(Set<String> names, Set<String> without) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(without);
        return rest;
    }
}
