package io.millrace.asyncapi.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Fields of an event as paths: {@code address.country}, {@code lines[].quantity}. */
final class FieldPaths {

    private final Map<String, ContractRecord> records;
    private final SortedSet<String> paths = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private FieldPaths(Map<String, ContractRecord> records) {
        this.records = records;
    }

    /** What is read of an event: a field of a part counts where the part itself is read. */
    static List<String> read(String root, Map<String, ContractRecord> records, FieldReads reads) {
        FieldPaths paths = new FieldPaths(records);
        paths.walk(root, "", reads::contains, false);
        return List.copyOf(paths.paths);
    }

    /** What decoding an event needs: all its parts are made, whoever reads them. */
    static List<String> needed(String root, Map<String, ContractRecord> records) {
        FieldPaths paths = new FieldPaths(records);
        paths.walk(root, "", (type, field) -> ConstructorNeeds.of(type).contains(field), true);
        return List.copyOf(paths.paths);
    }

    private void walk(
            String name, String prefix, BiPredicate<ContractRecord, String> counts, boolean throughEverything) {
        ContractRecord type = records.get(name);
        if (type == null || open.contains(name)) {
            return;
        }
        open.push(name);
        type.components().forEach((component, field) -> {
            boolean counted = counts.test(type, component);
            if (counted) {
                paths.add(prefix + component);
            }
            if (counted || throughEverything) {
                walk(field.type(), prefix + component + field.brackets() + ".", counts, throughEverything);
            }
        });
        open.pop();
    }
}
