package io.millrace.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.Count;
import java.time.Duration;

/** Values of JSON as tables show them. */
final class Texts {

    private static final int SECONDS_END = 19;

    private Texts() {}

    /** Empty where it is missing. */
    static String of(JsonNode item, String field) {
        return item.path(field).asText("");
    }

    /** To the second, in UTC. */
    static String time(JsonNode item, String field) {
        String time = of(item, field);
        return time.length() > SECONDS_END ? time.substring(0, SECONDS_END).replace('T', ' ') + "Z" : time;
    }

    static String number(JsonNode item, String field) {
        return "%,d".formatted(item.path(field).asLong());
    }

    /** {@code 1 dead letter matches}. */
    static String matching(long count) {
        return Count.of(count, "dead letter") + (count == 1 ? " matches" : " match");
    }

    /** On one line, and no longer than that. */
    static String shortened(String text, int length) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    /** Such as {@code 2 h 5 m} or {@code 40 s}. */
    static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " m";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " m " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
