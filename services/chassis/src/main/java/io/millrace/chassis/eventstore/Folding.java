package io.millrace.chassis.eventstore;

import io.millrace.contracts.Event;
import java.util.HashMap;
import java.util.Map;

/** Aggregates coming into being while their rows are read. */
final class Folding<S, E extends Event> implements AggregateRows.Reader {

    private final AggregateType<S, E> type;
    private final StoredJson<S, E> json;
    private final Map<String, Loaded<S>> loaded = new HashMap<>();

    Folding(AggregateType<S, E> type, StoredJson<S, E> json) {
        this.type = type;
        this.json = json;
    }

    @Override
    public void snapshot(String id, long version, String body) {
        loaded.put(id, new Loaded<>(json.state(body), version));
    }

    @Override
    public void event(String id, long version, String name, String schemaVersion, String body) {
        Loaded<S> before = loaded(id);
        if (version != before.version() + 1) {
            throw new IllegalStateException("the event store has no version " + (before.version() + 1) + " of "
                    + type.name() + " " + id + ", but a version " + version);
        }
        loaded.put(id, new Loaded<>(type.fold().apply(before.state(), json.event(name, schemaVersion, body)), version));
    }

    Loaded<S> loaded(String id) {
        return loaded.getOrDefault(id, Loaded.nothing());
    }
}
