package io.millrace.chassis.parked;

import io.millrace.chassis.source.SourceMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A head that is due.
 *
 * @param position its sequence in the stream
 * @param key its aggregate
 * @param discarded whether somebody threw it away
 * @param attempts made so far
 * @param headers as {@code name: value} lines
 */
public record ParkedEvent(
        long position, String key, boolean discarded, int attempts, String subject, String headers, byte[] body) {

    /** The message as it came. */
    public SourceMessage message() {
        Map<String, String> values = new TreeMap<>();
        headers.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            values.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
        });
        return new Stored(this, values);
    }

    private record Stored(ParkedEvent event, Map<String, String> values) implements SourceMessage {

        @Override
        public long sequence() {
            return event.position();
        }

        @Override
        public String subject() {
            return event.subject();
        }

        @Override
        public String header(String lowerCaseName) {
            return values.get(lowerCaseName);
        }

        @Override
        public Optional<String> eventId() {
            return Optional.ofNullable(values.get("nats-msg-id"));
        }

        @Override
        public String headerLines() {
            return event.headers();
        }

        @Override
        public byte[] body() {
            return event.body();
        }

        @Override
        public long pending() {
            return 0;
        }
    }
}
