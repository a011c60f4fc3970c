package io.millrace.asyncapi.reads;

import java.util.List;
import java.util.Locale;

/**
 * A durable consumer and what it takes.
 *
 * @param durable its name, for example {@code delivery-orders}
 * @param stream for example {@code ORDERS}
 * @param foreign whether the writer is an outside system
 * @param keep how long events of a foreign writer are remembered; empty otherwise
 * @param tables that can be rebuilt
 * @param handles sorted by type
 */
public record Consumer(
        String durable, String stream, boolean foreign, String keep, List<String> tables, List<Handled> handles) {

    public Consumer {
        tables = List.copyOf(tables);
        handles = List.copyOf(handles);
    }

    /** The name of a service's durable consumer: a handler with a name of its own has one of its own. */
    public static String durable(String service, String from, String name) {
        return service + "-" + from + (name.isEmpty() ? "" : "-" + name);
    }

    /** The stream of a service. */
    public static String stream(String service) {
        return service.toUpperCase(Locale.ROOT);
    }
}
