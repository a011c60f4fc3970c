package io.millrace.asyncapi.reads;

import java.util.List;

/**
 * What one service has to do with events.
 *
 * @param service its name, for example {@code delivery}
 * @param emits what it emits, sorted by type
 * @param consumers sorted by durable name
 */
public record Reads(String service, List<EventVersion> emits, List<Consumer> consumers) {

    public Reads {
        emits = List.copyOf(emits);
        consumers = List.copyOf(consumers);
    }
}
