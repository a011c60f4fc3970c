package io.millrace.contracts.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contracts.schema.SchemaPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Goes through two schemas side by side, and notes what may not differ. */
final class SchemaComparison {

    private record Pair(JsonNode older, JsonNode newer) {}

    private final List<Change> changes = new ArrayList<>();
    private final Deque<Pair> open = new ArrayDeque<>();

    SchemaComparison(JsonNode older, JsonNode newer) {
        if (!older.path("$schema").equals(newer.path("$schema"))) {
            changes.add(new Change("", "has another $schema"));
        }
        compare("", SchemaPart.of(older, older), SchemaPart.of(newer, newer));
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private void compare(String path, SchemaPart older, SchemaPart newer) {
        boolean known = canJudge(path, "was", older) & canJudge(path, "is", newer);
        if (!known || isOpen(older, newer) || Meaning.of(older).equals(Meaning.of(newer))) {
            return;
        }
        open.push(new Pair(older.node(), newer.node()));
        compareMeanings(path, older, newer);
        open.pop();
    }

    private void compareMeanings(String path, SchemaPart older, SchemaPart newer) {
        if (!older.isObject() || !newer.isObject()) {
            note(path, "was " + Words.of(older.node()) + " and is " + Words.of(newer.node()));
        } else if (differ("type", older, newer)) {
            note(path, Words.type(older.get("type"), newer.get("type")));
        } else {
            compareRules(path, older, newer);
        }
    }

    /** A part that contains itself is not compared within itself. One that is used twice is, wherever it is used. */
    private boolean isOpen(SchemaPart older, SchemaPart newer) {
        return open.stream().anyMatch(pair -> pair.older == older.node() && pair.newer == newer.node());
    }

    private boolean canJudge(String path, String when, SchemaPart part) {
        if (!part.whyUnknown().isEmpty()) {
            note(path, when + " not to be judged, for it " + part.whyUnknown());
        }
        return part.whyUnknown().isEmpty();
    }

    private void compareRules(String path, SchemaPart older, SchemaPart newer) {
        FieldComparison fields = new FieldComparison(path, older, newer);
        changes.addAll(fields.changes());
        fields.common().forEach(name -> compare(below(path, name), older.field(name), newer.field(name)));

        Set<String> keywords = new TreeSet<>(older.rules());
        keywords.addAll(newer.rules());
        keywords.removeAll(FieldComparison.KEYWORDS);
        for (String keyword : keywords) {
            if (keyword.equals("items")
                    && older.get("items").isObject()
                    && newer.get("items").isObject()) {
                compare(path + "[]", older.part(older.get("items")), newer.part(newer.get("items")));
            } else if (differ(keyword, older, newer)) {
                note(path, Words.rule(keyword, older.get(keyword), newer.get(keyword)));
            }
        }
    }

    private static boolean differ(String keyword, SchemaPart older, SchemaPart newer) {
        return !Meaning.of(older, keyword).equals(Meaning.of(newer, keyword));
    }

    private void note(String path, String what) {
        changes.add(new Change(path, what));
    }

    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
