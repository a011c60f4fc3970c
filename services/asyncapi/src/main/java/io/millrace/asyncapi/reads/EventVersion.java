package io.millrace.asyncapi.reads;

/**
 * An event type in the version that code has a record for.
 *
 * @param type for example {@code orders.order.placed}
 * @param version {@code major.minor}
 */
public record EventVersion(String type, String version) implements Comparable<EventVersion> {

    @Override
    public int compareTo(EventVersion other) {
        int byType = type.compareTo(other.type);
        return byType == 0 ? version.compareTo(other.version) : byType;
    }
}
