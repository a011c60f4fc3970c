package io.millrace.chassis.stream;

import io.nats.client.support.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of a stream's fields for people. */
final class FieldText {

    private static final Set<String> DURATIONS = Set.of("max_age", "duplicate_window", "subject_delete_marker_ttl");
    private static final Set<String> BYTES = Set.of("max_bytes", "max_msg_size");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final int STEP = 1024;

    private FieldText() {}

    /** @param other the value on the other side, which tells a flag that is off from a text that is not there */
    static String of(String field, JsonValue value, JsonValue other) {
        if (field.startsWith("max_") && isNothing(value)) {
            return "unlimited";
        }
        if (isNothing(value)) {
            return other.bool == null ? "none" : "no";
        }
        if (value.bool != null) {
            return "yes";
        }
        return value.number == null ? text(value) : number(field, value.number.longValue());
    }

    private static boolean isNothing(JsonValue value) {
        return JsonValue.NULL.equals(value) || value.number != null && value.number.longValue() < 0;
    }

    private static String text(JsonValue value) {
        if (value.array != null) {
            return value.array.stream().map(FieldText::text).collect(Collectors.joining(", "));
        }
        return value.string == null ? value.toJson() : value.string;
    }

    private static String number(String field, long number) {
        if (DURATIONS.contains(field)) {
            return duration(Duration.ofNanos(number));
        }
        return BYTES.contains(field) ? bytes(number) : "%,d".formatted(number);
    }

    private static String duration(Duration duration) {
        String text = (duration.toDays() > 0 ? duration.toDays() + "d" : "")
                + (duration.toHoursPart() > 0 ? duration.toHoursPart() + "h" : "")
                + (duration.toMinutesPart() > 0 ? duration.toMinutesPart() + "m" : "")
                + (duration.toSecondsPart() > 0 ? duration.toSecondsPart() + "s" : "");
        return duration.toNanosPart() > 0 ? duration.toString() : text;
    }

    private static String bytes(long bytes) {
        int unit = 0;
        long left = bytes;
        while (left % STEP == 0 && unit + 1 < UNITS.size()) {
            left /= STEP;
            unit++;
        }
        return "%,d %s".formatted(left, UNITS.get(unit));
    }
}
