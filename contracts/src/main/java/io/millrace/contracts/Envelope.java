package io.millrace.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The CloudEvents 1.0 attributes of one event, with the extensions that Millrace adds.
 *
 * @param id unique among all events, a UUIDv7
 * @param source who published it, {@code /millrace/<service>}
 * @param type the event type, {@code <service>.<aggregate>.<event>}
 * @param time when it happened
 * @param subject the aggregate's id
 * @param dataSchema the {@code $id} of the body's schema
 * @param sequence the aggregate's version after this event, from 1 on, without gaps
 * @param correlationId the business flow that it belongs to
 * @param causationId the event or request that caused it
 * @param actor who did it
 * @param traceparent W3C trace context, where there is one
 * @param tracestate W3C trace state, where there is one
 */
public record Envelope(
        String id,
        String source,
        String type,
        Instant time,
        String subject,
        String dataSchema,
        long sequence,
        String correlationId,
        String causationId,
        String actor,
        Optional<String> traceparent,
        Optional<String> tracestate) {

    private static final String URN = "urn:millrace:";
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]*\\.(0|[1-9][0-9]*)");

    public Envelope {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(type, "type");
        requireNonNull(time, "time");
        requireNonNull(subject, "subject");
        requireNonNull(dataSchema, "dataSchema");
        requireNonNull(correlationId, "correlationId");
        requireNonNull(causationId, "causationId");
        requireNonNull(actor, "actor");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence starts at 1, but is " + sequence);
        }
    }

    /**
     * The version of the event's own schema, {@code major.minor}: the last part of {@link #dataSchema()}. Empty where that
     * is not {@code urn:millrace:<type>:<version>}, as with writers that have schemas of their own.
     */
    public Optional<String> schemaVersion() {
        int version = URN.length() + type.length() + 1;
        boolean isOwn = dataSchema.startsWith(URN)
                && dataSchema.startsWith(type, URN.length())
                && dataSchema.startsWith(":", version - 1)
                && VERSION.matcher(dataSchema)
                        .region(version, dataSchema.length())
                        .matches();
        return isOwn ? Optional.of(dataSchema.substring(version)) : Optional.empty();
    }
}
