package io.millrace.cli.prove.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events each aggregate has had, as the streams tell, and what is wrong about their order. */
public final class History {

    private final Map<String, List<String>> types = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private long count;

    void add(StoredEvent event) {
        count++;
        if (!ids.add(event.id())) {
            doubled.add(
                    "event %s stands once more at %d of %s".formatted(event.id(), event.position(), event.stream()));
        }
        List<String> before = types.computeIfAbsent(event.key(), _ -> new ArrayList<>(3));
        long expected = before.size() + 1L;
        if (event.version() == expected) {
            before.add(event.type());
        } else if (event.version() < expected) {
            doubled.add("%s at version %d stands once more at %d of %s"
                    .formatted(event.key(), event.version(), event.position(), event.stream()));
        } else {
            outOfOrder.add("%s jumps from version %d to %d at %d of %s"
                    .formatted(event.key(), expected - 1, event.version(), event.position(), event.stream()));
            before.addAll(Collections.nCopies((int) (event.version() - expected), ""));
            before.add(event.type());
        }
    }

    /** The type of the event that led to this version of an aggregate, empty if there is none. */
    String typeAt(String key, long version) {
        List<String> all = types.getOrDefault(key, List.of());
        return version >= 1 && version <= all.size() ? all.get((int) version - 1) : "";
    }

    /** How often an event of this type happened to an aggregate. */
    int times(String key, String type) {
        return Collections.frequency(types.getOrDefault(key, List.of()), type);
    }

    long count() {
        return count;
    }

    int aggregates() {
        return types.size();
    }

    List<String> doubled() {
        return doubled;
    }

    List<String> outOfOrder() {
        return outOfOrder;
    }
}
