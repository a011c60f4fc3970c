package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;
import io.nats.client.support.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Values of a consumer's fields for people, such as {@code 2m}. */
final class ConsumerText {

    private static final Set<String> DURATIONS = Set.of("ack_wait", "idle_heartbeat", "inactive_threshold");

    private ConsumerText() {}

    static String from(Difference difference) {
        return isDuration(difference, difference.from()) ? duration(difference.from()) : difference.fromText();
    }

    static String to(Difference difference) {
        return isDuration(difference, difference.to()) ? duration(difference.to()) : difference.toText();
    }

    private static boolean isDuration(Difference difference, JsonValue value) {
        return DURATIONS.contains(difference.field()) && value.number != null;
    }

    private static String duration(JsonValue value) {
        return Duration.ofNanos(value.number.longValue())
                .toString()
                .replaceFirst("^PT", "")
                .toLowerCase(Locale.ROOT);
    }
}
