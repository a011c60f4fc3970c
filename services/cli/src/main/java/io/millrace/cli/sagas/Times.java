package io.millrace.cli.sagas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times for people, to the millisecond. */
final class Times {

    private Times() {}

    /** A dash where there is none. */
    static String text(JsonNode time) {
        return time.isTextual()
                ? Instant.parse(time.asText()).truncatedTo(ChronoUnit.MILLIS).toString()
                : "-";
    }
}
