package io.millrace.asyncapi.reads;

import io.millrace.contracts.registry.Version;

/**
 * An event type in the version that code has a record for.
 *
 * @param type for example {@code orders.order.placed}
 * @param version {@code major.minor}
 */
public record EventVersion(String type, String version) implements Comparable<EventVersion> {

    /** @throws IllegalArgumentException if the version is none */
    public EventVersion {
        try {
            Version.parse(version);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int compareTo(EventVersion other) {
        int byType = type.compareTo(other.type);
        return byType == 0 ? Version.parse(version).compareTo(Version.parse(other.version)) : byType;
    }
}
