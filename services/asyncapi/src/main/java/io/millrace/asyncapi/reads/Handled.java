package io.millrace.asyncapi.reads;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event that a consumer takes.
 *
 * @param event what it is handed
 * @param kinds {@code projection}, {@code reaction} or both, where several methods take it
 * @param fields the fields that the service reads, as paths: {@code address.country}, {@code lines[].quantity}
 * @param needed the fields without which the event cannot be decoded, whether the service reads them or not
 */
public record Handled(EventVersion event, List<String> kinds, List<String> fields, List<String> needed) {

    public Handled {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        needed = List.copyOf(needed);
    }

    /** Two records may stand for the same event: whoever takes it by either depends on what is read by both. */
    public Handled plus(Handled more) {
        return new Handled(event, joined(kinds, more.kinds), joined(fields, more.fields), joined(needed, more.needed));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().sorted().toList();
    }

    /** Whether something goes wrong here when the field, or anything within it, is gone or no longer what it was. */
    public boolean dependsOn(String field) {
        return field.isEmpty() || needed.contains(field) || reads(field);
    }

    /** Whether the service's code reads the field, anything within it, or a whole that it stands in. */
    public boolean reads(String field) {
        return fields.stream().anyMatch(read -> isWithin(read, field) || isWhole(read) && isWithin(field, read));
    }

    /** A part of which nothing is read was handed on, and whoever got it may read all of it. */
    private boolean isWhole(String read) {
        return fields.stream().noneMatch(other -> !other.equals(read) && isWithin(other, read));
    }

    private static boolean isWithin(String read, String field) {
        return read.equals(field) || read.startsWith(field + ".") || read.startsWith(field + "[]");
    }
}
