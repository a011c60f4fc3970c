package io.millrace.contracts;

import java.util.regex.Pattern;

/**
 * The name and version of an event, taken apart.
 *
 * @param service the service that owns the event, for example {@code orders}
 * @param aggregate the kind of aggregate it happened to, for example {@code order}
 * @param event what happened, snake_case in the past tense, for example {@code placed}
 * @param version the schema version, {@code major.minor}
 */
public record EventType(String service, String aggregate, String event, String version) {

    private static final Pattern TOKEN = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]*\\.(0|[1-9][0-9]*)");

    public EventType {
        requireToken("service", service);
        requireToken("aggregate", aggregate);
        requireToken("event", event);
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("event version must be major.minor, for example 1.0: " + version);
        }
    }

    /**
     * Takes a dotted name apart.
     *
     * @throws IllegalArgumentException if the name is not {@code <service>.<aggregate>.<event>}
     */
    public static EventType of(String name, String version) {
        String[] parts = name.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("event type must be <service>.<aggregate>.<event>: " + name);
        }
        return new EventType(parts[0], parts[1], parts[2], version);
    }

    /** The dotted name, the value of {@code ce-type}. */
    public String name() {
        return service + "." + aggregate + "." + event;
    }

    /** The schema's {@code $id}, the value of {@code ce-dataschema}. */
    public String dataSchema() {
        return "urn:millrace:" + name() + ":" + version;
    }

    private static void requireToken(String what, String value) {
        if (!TOKEN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " of an event type must match " + TOKEN.pattern() + ", but is '" + value + "'");
        }
    }
}
